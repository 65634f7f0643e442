import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { JobRun, QueueJob } from './define-job.js'

/** How many of the first `tries` runs of the job ended by a fault: one that was killed with its process does not count. */
export async function faultsOf(
  tx: Transaction<Schema>,
  { name }: QueueJob<never>,
  jobId: string,
  tries: number,
): Promise<number> {
  if (tries === 0) return 0
  const keys = Array.from({ length: tries }, (_, at) => `${name}/${faultKey(jobId, at)}`)
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from effect where tenant_id = current_tenant() and key = any(${keys})`.execute(
    tx,
  )
  return rows[0]?.many ?? 0
}

/** Notes that this run, after `tries` others, ends by a fault. Where that is one more than `retries`, the job has failed for good. */
export async function noteFault(
  job: QueueJob<never>,
  { jobId, once }: JobRun,
  tries: number,
): Promise<void> {
  await once(faultKey(jobId, tries), async ({ tx }) => {
    if ((await faultsOf(tx, job, jobId, tries + 1)) <= job.retries) return
    await sql`update gongkai_jobs.job set retry_limit = retry_count
      where name = ${job.name} and id = ${jobId} and state = 'active'`.execute(tx)
  })
}

function faultKey(jobId: string, at: number): string {
  return `${jobId}/fault/${at}`
}
