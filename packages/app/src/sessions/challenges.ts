import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { hashOf } from './token.js'

export type ChallengePurpose = 'passkey' | 'passkeySignIn'

const LASTS_MS = 10 * 60 * 1000

/** Keeps what somebody must come back with, within ten minutes and once. */
export async function keepChallenge(
  tx: Transaction<Schema>,
  { now }: Platform,
  challenge: string,
  purpose: ChallengePurpose,
  personId: string | null,
): Promise<void> {
  const until = new Date(now().getTime() + LASTS_MS)
  await sql`select keep_challenge(${hashOf(challenge)}, ${purpose}, ${personId}, ${now()}, ${until})`.execute(
    tx,
  )
}

/** Whether it was kept, and is taken now; not where it was taken, has expired, or was never made. */
export async function takeChallenge(
  tx: Transaction<Schema>,
  { now }: Platform,
  challenge: string,
  purpose: ChallengePurpose,
  personId: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select take_challenge(${hashOf(challenge)}, ${purpose}, ${personId}, ${now()}) as taken`.execute(
    tx,
  )
  return rows[0]?.taken ?? false
}
