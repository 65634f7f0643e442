import { ok } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type Actor, type Platform, today } from '../context.js'
import type { Pool } from '../pool/create-pool.js'
import { mapInOrder } from '../pool/map-in-order.js'
import { defineJob, type QueueJob } from '../queue/define-job.js'
import type { FileStore } from '../storage/file-store.js'
import { transact } from '../storage/transact.js'
import { findDuplicates } from './find-duplicates.js'
import { judgeReading } from './judge-reading.js'
import { type KnownName, knownNames } from './known-names.js'
import type { Doubt } from './past-item.js'
import { READ_PAST, type ReadPast } from './start-import.js'

export type PastDeps = {
  readonly pool: Pick<Pool, 'read' | 'jobs'>
  readonly files: Pick<FileStore, 'get'>
}

/** It is told every so many files how far it is. */
const TELL_EVERY = 10

/**
 * Reads what came in, one file after another in the pool, and says of each whose report it is, of which year, and what is doubtful. A fault in one file
 * keeps no other from being read; what still meets one at the last try is left to a person as unreadable.
 */
export function readPastJob({ pool, files }: PastDeps): QueueJob<ReadPast> {
  return defineJob({
    ...READ_PAST,
    async run(platform, { importId, itemId }, { actor, signal, progress, isLastTry }) {
      const { items, names } = await waiting(platform, actor, {
        importId,
        ...(itemId && { itemId }),
      })
      const faults: unknown[] = []
      let done = 0
      await progress(done, items.length)
      const read = (item: Item) =>
        readOne(platform, actor, { pool, files }, item, names).catch(async (fault: unknown) => {
          faults.push(fault)
          if (isLastTry) await keep(platform, actor, item, FAILED)
        })
      for await (const _ of mapInOrder(items, pool.jobs, read)) {
        done += 1
        signal.throwIfAborted()
        if (done % TELL_EVERY === 0 || done === items.length)
          await progress(done, items.length, faultsText(faults))
      }
      if (faults.length > 0 && !isLastTry) throw faults[0]
      await transact(platform, actor, async ({ tx }) => {
        await findDuplicates(tx, importId)
        return ok(null)
      })
    },
  })
}

type Item = {
  readonly id: string
  readonly file: string
  readonly digest: string
  /** What a person settled before it was read again. */
  readonly target_id: string | null
  readonly report_year: number | null
}

/** What a run before this one has read is not read again. */
async function waiting(platform: Platform, actor: Actor, { importId, itemId }: ReadPast) {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const items = await tx
      .selectFrom('past_item')
      .select(['id', 'file', 'digest', 'authority_id', 'target_id', 'report_year'])
      .where('import_id', '=', importId)
      .where('state', '=', 'waiting')
      .$if(itemId !== undefined, (query) => query.where('id', '=', itemId ?? ''))
      .orderBy('id')
      .execute()
    const [first] = items
    return ok({ items, names: first ? await knownNames(tx, first.authority_id) : [] })
  })
  return value
}

async function readOne(
  platform: Platform,
  actor: Actor,
  { pool, files }: PastDeps,
  item: Item,
  names: readonly KnownName[],
): Promise<void> {
  const { file, digest } = item
  const bytes = await files.get(digest)
  const name = file.split('/').at(-1) ?? file
  const read = bytes && (await pool.read({ name, bytes }))
  // Its converter may have been ended by what has nothing to do with the file.
  if (read && !read.ok && read.refusal.code === 'file.fault') throw new Error(read.refusal.message)
  const columns = read?.ok
    ? judged(read.value, item, names, platform)
    : unreadable(read ? read.refusal.message : '文件没有保存下来。请重新上传。')
  await keep(platform, actor, item, columns)
}

/** What was read of a file, unless it was decided on meanwhile. */
async function keep(
  platform: Platform,
  actor: Actor,
  { id }: Item,
  columns: Partial<ReturnType<typeof judged>> & ReturnType<typeof unreadable>,
): Promise<void> {
  await transact(platform, actor, async ({ tx }) => {
    await tx
      .updateTable('past_item')
      .set(({ eb }) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
    return ok(null)
  })
}

function judged(
  reading: SavedReport,
  { file, target_id, report_year }: Item,
  names: readonly KnownName[],
  platform: Platform,
) {
  const found = judgeReading(reading, file, names, today(platform))
  const isSettled = ({ kind }: Doubt) =>
    (kind === 'authority' && target_id !== null) || (kind === 'year' && report_year !== null)
  const doubts = found.doubts.filter((doubt) => !isSettled(doubt))
  return {
    ...{ state: doubts.length === 0 ? 'ready' : 'review', doubts: JSON.stringify(doubts) },
    ...{ reading: JSON.stringify({ ...reading, file }), printed_name: reading.authority },
    proposals: JSON.stringify(found.proposals),
    target_id: target_id ?? found.targetId,
    report_year: report_year ?? found.reportYear,
  }
}

function unreadable(message: string) {
  const doubts: readonly Doubt[] = [{ kind: 'unreadable', message }]
  return { state: 'review', doubts: JSON.stringify(doubts) }
}

const FAILED = unreadable(
  '识别这个文件时系统出错，没有读出内容。请重新识别；仍然出错的，请联系系统管理员查看后台任务。',
)

/** What went wrong, for the list of jobs. */
function faultsText(faults: readonly unknown[]): string | undefined {
  return faults.length === 0 ? undefined : `${faults.length}个文件识别时出错：${faults[0]}`
}
