import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { hashOf, newToken } from './token.js'

export type Purpose = 'invitation' | 'reset' | 'email'

/** A link that works once: its token is told here and nowhere again. */
export type Link = { readonly token: string; readonly expiresAt: Date }

/** An invitation waits for a letter and a holiday, an address for the next working day; a reset is asked for by somebody who sits and waits. */
export const LINK_HOURS: Readonly<Record<Purpose, number>> = {
  invitation: 7 * 24,
  reset: 1,
  email: 3 * 24,
}

/** Makes a link for a person; `madeBy` is the administrator, or null where the person asked; `email` is the address that it is to confirm. */
export async function makeLink(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  personId: string,
  purpose: Purpose,
  madeBy: string | null,
  email: string | null = null,
): Promise<Link> {
  const token = newToken()
  const madeAt = now()
  const expiresAt = new Date(madeAt.getTime() + LINK_HOURS[purpose] * 60 * 60 * 1000)
  await tx
    .insertInto('link')
    .values({
      tenant_id: tenantId,
      token_hash: hashOf(token),
      person_id: personId,
      purpose,
      email,
      made_by: madeBy,
      made_at: madeAt,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { token, expiresAt }
}

/** Whose link it is; null where it was used or has expired, or where there is none. */
export async function personOfLink(platform: Platform, token: string): Promise<string | null> {
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select person_of_link(${hashOf(token)}, ${platform.now()}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  return value
}

/** Uses up a link of the asking person, and every other link of that person with it; null where it was used meanwhile or serves another purpose. */
export async function useLink(
  tx: Transaction<Schema>,
  { now }: Platform,
  token: string,
  purpose: Purpose,
): Promise<{ readonly madeBy: string | null; readonly email: string | null } | null> {
  const used = await tx
    .updateTable('link')
    .set({ used_at: now() })
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .returning(['made_by', 'person_id', 'email'])
    .executeTakeFirst()
  if (!used) return null
  await endLinks(tx, now(), used.person_id)
  return { madeBy: used.made_by, email: used.email }
}

/** Ends what links of a person are open; of one purpose, where it is given. */
export async function endLinks(
  tx: Transaction<Schema>,
  at: Date,
  personId: string,
  purpose?: Purpose,
): Promise<void> {
  await tx
    .updateTable('link')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose ?? ''))
    .execute()
}
