import { type LocalDate, ok, type Refusal, type Result, refuse, yearOf } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { type AddPublishedRefusal, addPublished } from './add-published.js'
import { allowOnPast, type PastNotFound } from './allow-on-past.js'
import { type PastChanged, pastChanged } from './changed.js'
import { findDuplicates } from './find-duplicates.js'
import { ITEM_COLUMNS, type PastItem, toItem } from './past-item.js'
import { READ_PAST } from './start-import.js'

type PastDecision =
  /** 采用: it becomes the published report of this authority on this year. */
  | { readonly kind: 'accept'; readonly targetId: string; readonly reportYear: number }
  /** 移出: it counts for nothing, for this reason; its file stays. */
  | { readonly kind: 'discard'; readonly reason: string }

export type DecidePast = {
  readonly itemId: string
  readonly version: number
  readonly decision: PastDecision
}

export type DecideRefusal =
  | RightRefusal
  | PastNotFound
  | PastChanged
  | AddPublishedRefusal
  | Refusal<'past.unreadable' | 'past.reason-missing' | 'past.year-not-over'>

/** 核定历年报告: decides on one file of the queue. */
export async function decidePast(
  platform: Platform,
  actor: Actor,
  { itemId, version, decision }: DecidePast,
): Promise<Result<PastItem, DecideRefusal>> {
  return transact(platform, actor, async (work) => {
    const allowed = await allowOnPast(work.tx, actor, 'past.import', itemId)
    if (!allowed.ok) return allowed
    const row = await work.tx
      .selectFrom('past_item')
      .select([...ITEM_COLUMNS, 'reading'])
      .where('id', '=', itemId)
      .forUpdate()
      .executeTakeFirst()
    // What was decided is kept from being held. What waits for a job that is over can only be discarded.
    if (!row || row.version !== version) return pastChanged(work, itemId)
    if (row.state === 'waiting' && (await isBeingRead(work.tx, itemId)))
      return pastChanged(work, itemId)
    const given = { item: toItem(row), reading: row.reading, as: allowed.value }
    return decision.kind === 'discard'
      ? discard(work, platform, actor, given, decision.reason.trim())
      : accept(work, platform, actor, given, decision)
  })
}

/** Whether the job that reads the file, with its import or again, will still come to it. */
async function isBeingRead(tx: Transaction<Schema>, itemId: string): Promise<boolean> {
  const { rows } = await sql`
    select from past_item p join past_import i on i.tenant_id = p.tenant_id and i.id = p.import_id
      join gongkai_jobs.job run on run.name = ${READ_PAST.name} and run.id = coalesce(p.job_id, i.job_id)
      where p.tenant_id = current_tenant() and p.id = ${itemId} and run.state in ('created', 'retry', 'active')`.execute(
    tx,
  )
  return rows.length > 0
}

type Given = {
  readonly item: PastItem
  readonly reading: SavedReport | null
  readonly as: Holding
}

async function discard(
  work: Work,
  platform: Platform,
  actor: Actor,
  { item, as }: Given,
  reason: string,
): Promise<Result<PastItem, Refusal<'past.reason-missing'>>> {
  if (reason === '') return NO_REASON
  work.record({
    as,
    name: 'pastItemDiscarded',
    subject: { kind: 'pastItem', id: item.id },
    authorityId: item.authorityId,
    reason,
    detail: { file: item.file, digest: item.digest },
  })
  return ok(await decided(work, platform, actor, item, { state: 'discarded', reason }))
}

async function accept(
  work: Work,
  platform: Platform,
  actor: Actor,
  { item, reading, as }: Given,
  { targetId, reportYear }: Extract<PastDecision, { readonly kind: 'accept' }>,
): Promise<
  Result<PastItem, AddPublishedRefusal | Refusal<'past.unreadable' | 'past.year-not-over'>>
> {
  if (reading === null) return UNREADABLE
  if (reportYear >= yearOf(today(platform))) return NOT_OVER
  const { digest, authorityId } = item
  const published = {
    ...{ authorityId: targetId, reportYear, document: reading, digest },
    publishedOn: dayOf(reading, reportYear, today(platform)),
  }
  const added = await addPublished(work, platform, { as, collectorId: authorityId }, [published])
  if (!added.ok) return added
  const columns = { state: 'published', target_id: targetId, report_year: reportYear }
  return ok(
    await decided(work, platform, actor, item, { ...columns, report_id: added.value[0] ?? null }),
  )
}

/** The day that the page states, else that of the signature; null where it cannot be the day of publication. */
function dayOf(
  { publishedOn, signedOn }: SavedReport,
  reportYear: number,
  now: LocalDate,
): LocalDate | null {
  const day = publishedOn ?? signedOn
  return day !== null && day > `${reportYear}-12-31` && day <= now ? day : null
}

async function decided(
  { tx }: Work,
  { now }: Platform,
  { personId }: Actor,
  { id, version }: PastItem,
  columns: {
    readonly state: string
    readonly reason?: string
    readonly target_id?: string
    readonly report_year?: number
    readonly report_id?: string | null
  },
): Promise<PastItem> {
  const by = { decided_by: personId, decided_at: now(), version: version + 1 }
  const row = await tx
    .updateTable('past_item')
    .set({ ...columns, ...by })
    .where('id', '=', id)
    .returning(ITEM_COLUMNS)
    .executeTakeFirstOrThrow()
  return toItem(row)
}

/** How many of an import were taken over, and which were not, with why. */
export type AcceptedPast = {
  readonly published: number
  readonly left: readonly { readonly file: string; readonly message: string }[]
}

/**
 * 全部采用: takes over whatever of an import is clear, each by itself. What turns out to be there already is left, and named. Refused while files are still
 * read: another one may say otherwise.
 */
export async function acceptReadyPast(
  { claim: _, ...platform }: Platform,
  actor: Actor,
  importId: string,
): Promise<Result<AcceptedPast, RightRefusal | PastNotFound | Refusal<'past.reading'>>> {
  const opened = await transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnPast(tx, actor, 'past.import', importId)
    if (!allowed.ok) return allowed
    const items = tx.selectFrom('past_item').select(ITEM_COLUMNS).where('import_id', '=', importId)
    if (await items.where('state', '=', 'waiting').limit(1).executeTakeFirst()) return READING
    // The job may have read the last of them and not have come to this yet.
    await findDuplicates(tx, importId)
    return ok((await items.where('state', '=', 'ready').orderBy('id').execute()).map(toItem))
  })
  if (!opened.ok) return opened
  const left: { file: string; message: string }[] = []
  for (const { id, version, targetId, reportYear, file } of opened.value) {
    if (targetId === null || reportYear === null) continue
    const decision = { kind: 'accept', targetId, reportYear } as const
    const done = await decidePast(platform, actor, { itemId: id, version, decision })
    if (!done.ok) left.push({ file, message: done.refusal.message })
  }
  return ok({ published: opened.value.length - left.length, left })
}

const READING = refuse(
  'past.reading',
  '还有文件正在识别，识别完以后才能一并采用。识别任务失败的，请系统管理员重试，或者把没有识别的移出；急用的可以逐份核定。',
)
export const UNREADABLE = refuse(
  'past.unreadable',
  '这个文件没有读出内容，不能采用。请重新识别，或者另存为 docx 后重新导入，或者填写理由后移出队列。',
)
const NOT_OVER = refuse(
  'past.year-not-over',
  '所选的年度还没有结束，不会有这一年度的报告。请核对报告年度后重新提交。',
)
const NO_REASON = refuse('past.reason-missing', '请写明移出队列的理由。')
