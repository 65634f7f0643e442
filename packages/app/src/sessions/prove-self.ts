import { ok } from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import type { NewEvent } from '../records/event.js'
import { unseal } from '../records/seal.js'
import { writeEvents } from '../records/write-events.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { lockedUntil } from './lock-out.js'
import { verifyPassword } from './password-hash.js'
import { homeOf, self } from './self.js'
import { stepOf } from './time-codes.js'

/** What a person shows of himself. Without `code` none is asked for; null is none given, which does only where none is set up. */
export type Proof = { readonly password: string; readonly code?: string | null }

/**
 * Runs `work` as the person if the proof holds, in the transaction in which it is taken; null where it does not hold, or where too
 * many failed before. The password is tried outside of any transaction; the count of failures is kept under a lock, so that tries at
 * the same time do not escape it. Who is unknown, blocked or must wait costs what a wrong password costs: the same statements and the same writes.
 */
export async function proveSelf<T>(
  platform: Platform,
  personId: string,
  proof: Proof,
  work: (given: Work & { readonly failures: number }) => Promise<T>,
): Promise<T | null> {
  const { value: hash } = await transact(platform, self(personId), async ({ tx }) => {
    return ok((await findCredential(tx, personId))?.password_hash ?? null)
  })
  const holds = await verifyPassword(proof.password, hash)
  const { value } = await transact(platform, self(personId), async (given) => {
    const { tx } = given
    const credential = await findCredential(tx, personId, 'locked')
    const isOpen = (await isActive(tx, personId)) && !isLocked(credential, platform.now())
    if (!credential || !isOpen) {
      await refuseTry(tx, platform, personId, credential)
      return ok(null)
    }
    const step = takeCode(platform, credential, proof.code)
    if (!holds || credential.password_hash !== hash || step === null) {
      await countFailure(tx, platform, credential)
      return ok(null)
    }
    const taken = { failures: 0, locked_until: null, totp_step: step.taken }
    await tx.updateTable('credential').set(taken).where('person_id', '=', personId).execute()
    return ok(await work({ ...given, failures: credential.failures }))
  })
  return value
}

type Credential = Selectable<Schema['credential']>

function findCredential(tx: Transaction<Schema>, personId: string, lock?: 'locked') {
  const query = tx.selectFrom('credential').selectAll().where('person_id', '=', personId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

async function isActive(tx: Transaction<Schema>, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('state')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.state === 'active'
}

function isLocked(credential: Credential | undefined, now: Date): boolean {
  const until = credential?.locked_until ?? null
  return until !== null && until > now
}

/** The last step taken once this proof is; null where the code does not hold. A secret that no code confirmed yet asks for none. */
function takeCode(
  { key, now }: Platform,
  { totp, totp_step, person_id }: Credential,
  code: string | null | undefined,
): { readonly taken: number | null } | null {
  if (code === undefined || totp === null || totp_step === null) return { taken: totp_step }
  const secret = unseal(key, person_id, totp)
  if (secret === null) throw new Error('the secret of time codes does not open with this key')
  const taken = code === null ? null : stepOf(secret, code, now(), totp_step)
  return taken === null ? null : { taken }
}

async function countFailure(
  tx: Transaction<Schema>,
  platform: Platform,
  { person_id, failures }: Credential,
): Promise<void> {
  const until = lockedUntil(failures + 1, platform.now())
  const name = until === null ? 'signInFailed' : 'signInLocked'
  await keepFailure(tx, platform, person_id, name, { failures: failures + 1, until })
}

/** No failure of anybody, or one that does not make the wait longer: what stands is written again. */
async function refuseTry(
  tx: Transaction<Schema>,
  platform: Platform,
  personId: string,
  credential: Credential | undefined,
): Promise<void> {
  const { failures = 0, locked_until: until = null } = credential ?? {}
  await keepFailure(tx, platform, personId, 'signInRefused', { failures, until })
}

/** A failure is told as nobody's deed: who tried is not known. */
async function keepFailure(
  tx: Transaction<Schema>,
  platform: Platform,
  personId: string,
  name: string,
  { failures, until }: { readonly failures: number; readonly until: Date | null },
): Promise<void> {
  await tx
    .updateTable('credential')
    .set({ failures, locked_until: until })
    .where('person_id', '=', personId)
    .execute()
  await recordAsNobody(tx, platform, {
    as: null,
    name,
    subject: { kind: 'person', id: personId },
    authorityId: await homeOf(tx, personId),
    detail: { failures, until: until?.toISOString() ?? null },
  })
}

/** Writes an event at once, and last of all in its transaction, in the name of nobody. */
export async function recordAsNobody(
  tx: Transaction<Schema>,
  platform: Platform,
  event: NewEvent,
): Promise<void> {
  await sql`select set_config('gongkai.person', '', true)`.execute(tx)
  await writeEvents(tx, platform, null, [event])
}
