import type { Transaction } from 'kysely'
import type { Actor } from '../context.js'
import type { Schema } from '../storage/schema.js'

/** A person in the own affairs, under no role: sign-in, the own password, an invitation. */
export function self(personId: string): Actor {
  return { personId, holdings: [] }
}

/** The authority in whose log the affairs of a person stand: where the person was assigned first of what is held; null where nothing is. */
export async function homeOf(tx: Transaction<Schema>, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('assignment')
    .select('authority_id')
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.authority_id ?? null
}

/** What a password of this person must not be made of: the names of person, region and authorities, telephone and e-mail. */
export async function ownWords(
  tx: Transaction<Schema>,
  personId: string,
): Promise<readonly string[]> {
  const { login, name, phone, email } = await tx
    .selectFrom('person')
    .select(['login', 'name', 'phone', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const region = await tx.selectFrom('tenant').select('name').executeTakeFirstOrThrow()
  const authorities = await tx
    .selectFrom('assignment')
    .innerJoin('authority', 'authority.id', 'assignment.authority_id')
    .select(['authority.name', 'authority.short_name'])
    .distinct()
    .where('person_id', '=', personId)
    .execute()
  const own = [login, name, phone ?? '', email?.split('@')[0] ?? '']
  return [...own, region.name, ...authorities.flatMap((one) => [one.name, one.short_name ?? ''])]
}
