import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { hashOf, newToken } from './token.js'

export type Purpose = 'invitation' | 'reset'

/** A link that works once: its token is told here and nowhere again. */
export type Link = { readonly token: string; readonly expiresAt: Date }

/** An invitation waits for a letter and a holiday; a reset is asked for by somebody who sits and waits. */
const HOURS: Readonly<Record<Purpose, number>> = { invitation: 7 * 24, reset: 1 }

/** Makes a link for a person; `madeBy` is the administrator, or null where the person asked. */
export async function makeLink(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  personId: string,
  purpose: Purpose,
  madeBy: string | null,
): Promise<Link> {
  const token = newToken()
  const madeAt = now()
  const expiresAt = new Date(madeAt.getTime() + HOURS[purpose] * 60 * 60 * 1000)
  await tx
    .insertInto('link')
    .values({
      tenant_id: tenantId,
      token_hash: hashOf(token),
      person_id: personId,
      purpose,
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
): Promise<{ readonly madeBy: string | null } | null> {
  const used = await tx
    .updateTable('link')
    .set({ used_at: now() })
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .returning(['made_by', 'person_id'])
    .executeTakeFirst()
  if (!used) return null
  await tx
    .updateTable('link')
    .set({ used_at: now() })
    .where('person_id', '=', used.person_id)
    .where('used_at', 'is', null)
    .execute()
  return { madeBy: used.made_by }
}
