import type { Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import type { NewEvent } from '../records/event.js'
import { writeEvents } from '../records/write-events.js'
import type { Schema } from './schema.js'

/** What the body of a use case is given: the transaction, and where to tell what happened in it. */
export type Work = {
  readonly tx: Transaction<Schema>
  readonly record: (event: NewEvent) => void
}

/** By what an applicant proves which request is his. */
export type RequestProof = { readonly requestNumber: string | null; readonly secretHash: Buffer }

/**
 * Runs `work` in one transaction as `actor`; null is nobody, who sees what is public. The database is told who asks, and its
 * policies decide again; with a `proof` nobody in particular sees that one request. A refused command leaves no row and no event. The events are written last, so that the chain of the
 * region is held for the shortest time and after every other lock.
 */
export async function transact<R extends Result<unknown>>(
  platform: Platform,
  actor: Actor | null,
  work: (given: Work) => Promise<R>,
  proof: RequestProof | null = null,
): Promise<R> {
  try {
    return await platform.db.transaction().execute(async (tx) => {
      await tellWhoAsks(tx, platform, actor, proof)
      const events: NewEvent[] = []
      const result = await work({ tx, record: (event) => events.push(event) })
      if (!result.ok) throw new Undo(result)
      await writeEvents(tx, platform, actor, events)
      await finishClaim(tx, platform)
      return result
    })
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.result as R
    throw thrown
  }
}

/** Carries a refusal past the transaction, which is rolled back by it. */
class Undo extends Error {
  constructor(readonly result: Result<unknown>) {
    super('refused')
  }
}

/** Says, with what was done, that it was: whoever sends the same again finds it. */
async function finishClaim(tx: Transaction<Schema>, { claim, now }: Platform): Promise<void> {
  if (!claim) return
  const { rows } = await sql<{ done: boolean }>`
    select finish_repeat(${claim.personId}, ${claim.keyHash}, ${claim.id}, ${now()}) as done`.execute(
    tx,
  )
  if (!rows[0]?.done) throw new Error('the same request was taken over by another process')
}

async function tellWhoAsks(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor | null,
  proof: RequestProof | null,
): Promise<void> {
  await sql`select set_config('gongkai.tenant', ${platform.tenantId}, true),
    set_config('gongkai.person', ${actor?.personId ?? ''}, true),
    set_config('gongkai.day', ${today(platform)}, true)`.execute(tx)
  if (proof)
    await sql`select set_config('gongkai.secret', ${proof.secretHash.toString('hex')}, true),
      set_config('gongkai.request', ${proof.requestNumber ?? ''}, true)`.execute(tx)
}
