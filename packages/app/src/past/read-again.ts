import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { enqueue } from '../queue/enqueue.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOnPast, type PastNotFound } from './allow-on-past.js'
import { type PastChanged, pastChanged } from './changed.js'
import { ITEM_COLUMNS, type PastItem, toItem } from './past-item.js'
import { READ_PAST } from './start-import.js'

export type ReadPastAgain = {
  readonly itemId: string
  readonly version: number
  /** What a person has settled already: it stands, whatever is read. */
  readonly targetId: string | null
  readonly reportYear: number | null
}

/**
 * 重新识别: has a file of the queue read once more in the background, as when the machine was too busy for it. What was read before stays until
 * there is something newer.
 */
export async function readPastAgain(
  platform: Platform,
  actor: Actor,
  { itemId, version, targetId, reportYear }: ReadPastAgain,
): Promise<Result<PastItem, RightRefusal | PastNotFound | PastChanged>> {
  return transact(platform, actor, async (work) => {
    const { tx, record } = work
    const allowed = await allowOnPast(tx, actor, 'past.import', itemId)
    if (!allowed.ok) return allowed
    const row = await tx
      .selectFrom('past_item')
      .select(ITEM_COLUMNS)
      .where('id', '=', itemId)
      .where('version', '=', version)
      .where('state', 'in', ['ready', 'review'])
      .forUpdate()
      .executeTakeFirst()
    if (!row) return pastChanged(work, itemId)
    const jobId = await enqueue(tx, READ_PAST, { importId: row.import_id, itemId })
    const settled = { target_id: targetId, report_year: reportYear }
    const after = await tx
      .updateTable('past_item')
      .set({ ...settled, state: 'waiting', doubts: '[]', job_id: jobId, version: version + 1 })
      .where('id', '=', itemId)
      .returning(ITEM_COLUMNS)
      .executeTakeFirstOrThrow()
    record({
      as: allowed.value,
      name: 'pastItemReadAgain',
      subject: { kind: 'pastItem', id: itemId },
      authorityId: row.authority_id,
      detail: { file: row.file, digest: row.digest, targetId, reportYear },
    })
    return ok(toItem(after))
  })
}
