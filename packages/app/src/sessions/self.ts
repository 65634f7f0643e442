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

/** What a password of this person must not be made of: the names of person, region and authorities. */
export async function ownWords(
  tx: Transaction<Schema>,
  personId: string,
): Promise<readonly string[]> {
  const { login, name } = await tx
    .selectFrom('person')
    .select(['login', 'name'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const region = await tx.selectFrom('tenant').select('name').executeTakeFirstOrThrow()
  const authorities = await tx
    .selectFrom('assignment')
    .innerJoin('authority', 'authority.id', 'assignment.authority_id')
    .select('authority.name')
    .distinct()
    .where('person_id', '=', personId)
    .execute()
  return [login, name, region.name, ...authorities.map((one) => one.name)]
}
