import { sql } from 'kysely'
import { onWholeLog } from '../records/on-whole-log.js'
import { readLog } from '../records/read-log.js'
import type { SealingKey } from '../records/seal.js'
import { unseal } from '../records/seal.js'
import { verifyLog } from '../records/verify-log.js'
import type { LogBreak } from '../records/verify-log-file.js'

/** What holds of a restored database, and what stays closed in it. */
export type Proof = {
  readonly events: number
  /** The digest of the last event. */
  readonly head: string
  readonly broken: LogBreak | null
  /** Events whose personal data the key does not open. */
  readonly closedEvents: number
  /** People whose time codes the key does not open: they cannot sign in with them. */
  readonly closedTimeCodes: number
}

/** Follows the chain of events and tries everything that is sealed with `key`. */
export async function proveRestored(url: string, key: SealingKey | null): Promise<Proof> {
  return onWholeLog(url, async (tx, last) => {
    const { events, head, broken, closed } = await verifyLog(readLog(tx, key))
    const isWhole = last === null || (last.seq === events && last.digest.toString('hex') === head)
    const { rows } = await sql<{ person_id: string; totp: Buffer }>`
      select person_id, totp from credential where totp is not null`.execute(tx)
    const shut = rows.filter(({ person_id, totp }) => !key || unseal(key, person_id, totp) === null)
    return {
      events,
      head,
      broken: broken ?? (isWhole ? null : { seq: events + 1, kind: 'cut-off' }),
      closedEvents: closed,
      closedTimeCodes: shut.length,
    }
  })
}
