import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowOnRegion } from './allow-on-region.js'
import { MOST_KILLS, WAIT_SECONDS } from './limits.js'

export type ChangeJob = { readonly jobId: string; readonly reason: string }

export type JobChangeRefusal = RightRefusal | Refusal<'job.not-found' | 'job.changed'>

/** Runs a job again that failed for good. What it had done `once` is not done again. */
export async function retryJob(
  platform: Platform,
  actor: Actor,
  command: ChangeJob,
): Promise<Result<null, JobChangeRefusal>> {
  return changeJob(platform, actor, command, RETRY)
}

/** Takes a job away that waits; one that runs ends where it tells its progress next. */
export async function cancelJob(
  platform: Platform,
  actor: Actor,
  command: ChangeJob,
): Promise<Result<null, JobChangeRefusal>> {
  return changeJob(platform, actor, command, CANCEL)
}

type Change = {
  readonly event: string
  readonly from: readonly string[]
  readonly message: string | null
  readonly apply: (tx: Transaction<Schema>, queue: string, id: string) => Promise<unknown>
  readonly no: string
}

const RETRY: Change = {
  event: 'jobRetried',
  from: ['failed'],
  message: null,
  apply: (tx, queue, id) =>
    sql`update gongkai_jobs.job set state = 'retry', retry_limit = retry_count + 1 + ${MOST_KILLS}, completed_on = null, start_after = now(),
      keep_until = now() + ${WAIT_SECONDS} * interval '1 second' where name = ${queue} and id = ${id}`.execute(
      tx,
    ),
  no: '只有失败的任务可以重试。',
}

const CANCEL: Change = {
  event: 'jobCancelled',
  from: ['created', 'retry', 'active'],
  message: '已由系统管理员取消。',
  apply: (tx, queue, id) =>
    sql`update gongkai_jobs.job set state = 'cancelled', completed_on = now()
      where name = ${queue} and id = ${id}`.execute(tx),
  no: '只有等待中或正在办理的任务可以取消。',
}

async function changeJob(
  platform: Platform,
  actor: Actor,
  { jobId, reason }: ChangeJob,
  change: Change,
): Promise<Result<null, JobChangeRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOnRegion(tx, actor, 'job.change')
    if (!allowed.ok) return allowed
    const job = await hold(tx, jobId)
    if (!job) return NOT_FOUND
    if (!change.from.includes(job.state)) return changed(change.no, job.state)
    await change.apply(tx, job.queue, jobId)
    await say(tx, platform, jobId, change.message)
    record({
      as: allowed.value,
      name: change.event,
      subject: { kind: 'job', id: jobId },
      authorityId: allowed.value.authorityId,
      reason,
      detail: { queue: job.queue, before: job.state },
    })
    return ok(null)
  })
}

async function hold(tx: Transaction<Schema>, id: string) {
  const { rows } = await sql<{ queue: string; state: string }>`
    select job.queue, state::text from job join gongkai_jobs.job run on run.name = job.queue and run.id = job.id
    where job.tenant_id = current_tenant() and job.id = ${id} for update of run`.execute(tx)
  return rows[0]
}

/** No policy stands before the tables of the library: this row is the second lock. */
async function say(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  id: string,
  message: string | null,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ message })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('the job is not the actor’s to change')
}

export const NOT_FOUND = refuse(
  'job.not-found',
  '没有这个任务，可能已过保存期限。请刷新后重新选择。',
)

const LABELS: Readonly<Record<string, string>> = {
  created: '等待中',
  retry: '等待重试',
  active: '正在办理',
  completed: '已完成',
  failed: '已失败',
  cancelled: '已取消',
}

function changed(no: string, state: string) {
  return refuse('job.changed', `${no}这个任务现在${LABELS[state] ?? state}，请刷新后再办理。`)
}
