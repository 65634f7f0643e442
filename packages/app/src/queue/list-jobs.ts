import { ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { countUpTo } from '../storage/count-up-to.js'
import { transact } from '../storage/transact.js'
import { allowOnRegion } from './allow-on-region.js'
import { NOT_FOUND } from './change-job.js'

/** What becomes of a job: it waits (for a retry too), runs, is done, has failed for good, or was cancelled. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export type ListedJob = {
  readonly id: string
  readonly queue: string
  readonly state: JobState
  /** The region itself where it was started by the clock; null for nobody. */
  readonly askedBy: string | null
  readonly askedAt: Date
  /** Not before; of a job that waits. */
  readonly startsAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  /** So often it was started again after a failure. */
  readonly retried: number
  readonly done: number
  readonly total: number | null
  readonly message: string | null
  /** What went wrong last. */
  readonly failure: string | null
}

export type JobQuery = {
  readonly queue?: string
  readonly state?: JobState
  /** Older than this id: where the page before ended. */
  readonly before?: string
  /** Rows of a page, at most 200. */
  readonly limit?: number
  /** Whether all that are asked for are counted too. */
  readonly total?: boolean
}

export type JobPage = {
  readonly jobs: readonly ListedJob[]
  /** Where the next page goes on; null at the end. */
  readonly next: string | null
  /** How many there are, as `countUpTo` counts; null where it was not asked for. */
  readonly total: number | null
  /** What is not done, per queue. */
  readonly counts: readonly JobCount[]
}

export type JobCount = {
  readonly queue: string
  readonly waiting: number
  readonly running: number
  readonly failed: number
}

const MOST = 200

/** The jobs of the region, newest first, and how many wait, run and failed. For the administrator and the auditor of the whole region. */
export async function listJobs(
  platform: Platform,
  actor: Actor,
  query: JobQuery,
): Promise<Result<JobPage, RightRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnRegion(tx, actor, 'job.read')
    if (!allowed.ok) return allowed
    const limit = Math.min(query.limit ?? 50, MOST)
    const { rows } = await sql<ListedJob>`
      ${SELECT} where ${matching(query)} order by job.id desc limit ${limit + 1}`.execute(tx)
    const counts = await sql<JobCount>`
      select job.queue, count(*) filter (where state in ('created', 'retry')) as waiting,
        count(*) filter (where state = 'active') as running, count(*) filter (where state = 'failed') as failed
      from job join gongkai_jobs.job run on run.name = job.queue and run.id = job.id
      where tenant_id = current_tenant() and state <> 'completed' group by job.queue order by job.queue`.execute(
      tx,
    )
    const jobs = rows.slice(0, limit)
    const all = sql`select from ${JOBS} where ${matching({ ...query, before: '' })}`
    const total = query.total ? await countUpTo(tx, all) : null
    const next = rows.length > limit ? (jobs.at(-1)?.id ?? null) : null
    return ok({ jobs, next, total, counts: counts.rows })
  })
}

/** One job, for whoever asked for it or may list them. */
export async function readJob(
  platform: Platform,
  actor: Actor,
  { jobId }: { readonly jobId: string },
): Promise<Result<ListedJob, typeof NOT_FOUND.refusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<ListedJob>`
      ${SELECT} where job.tenant_id = current_tenant() and job.id = ${jobId}`.execute(tx)
    return rows[0] ? ok(rows[0]) : NOT_FOUND
  })
}

const STATES: Readonly<Record<JobState, readonly string[]>> = {
  waiting: ['created', 'retry'],
  running: ['active'],
  done: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
}

const JOBS = sql`job join gongkai_jobs.job run on run.name = job.queue and run.id = job.id`

const SELECT = sql`
  select job.id, job.queue, job.asked_by as "askedBy", job.asked_at as "askedAt", job.done, job.total, job.message,
    case state when 'created' then 'waiting' when 'retry' then 'waiting' when 'active' then 'running'
      when 'completed' then 'done' else state::text end as state,
    start_after as "startsAt", started_on as "startedAt", completed_on as "endedAt", retry_count as retried,
    coalesce(output->>'message', case when output->'value'->>'message' = 'job timed out' then '超过规定的时间，没有办完'
      when output ? 'value' then '办理任务的进程中断，没有办完' end) as failure
  from ${JOBS}`

function matching({ queue, state, before }: JobQuery): RawBuilder<unknown> {
  const all = [sql`tenant_id = current_tenant()`]
  if (queue) all.push(sql`job.queue = ${queue}`)
  if (state) {
    const states = STATES[state].map((one) => sql`${sql.lit(one)}::gongkai_jobs.job_state`)
    all.push(sql`state in (${sql.join(states)})`)
  }
  if (before) all.push(sql`job.id < ${before}`)
  return sql.join(all, sql` and `)
}
