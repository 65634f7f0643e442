import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import { notify, notifyEach } from '../notices/notify.js'
import { holdersOf } from '../notices/recipients.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { claim } from './claim.js'
import type { AnyJob } from './define-job.js'
import { systemOf } from './system.js'

/**
 * Looks for jobs that failed for good, by a fault or because their processes were killed too often, and tells of each once: who asked for it, where
 * the job has a page; the administrators of the region, of each queue once a day.
 */
export async function tellFailed(platform: Platform, jobs: readonly AnyJob[]): Promise<void> {
  await transact(platform, systemOf(platform), async ({ tx }) => {
    const failed = await claimFailed(tx, jobs)
    for (const job of jobs) {
      const runs = failed.filter(({ queue }) => queue === job.name)
      for (const run of runs) await tellAsker(tx, job, run)
      if (runs.length > 0) await tellAdministrators(tx, job, today(platform))
    }
    return ok(null)
  })
}

type Failed = {
  readonly queue: string
  /** Null where no person asked for it. */
  readonly askedBy: string | null
  readonly data: object
}

/** Those that nobody was told of; one that was tried again and failed again is told of again. */
async function claimFailed(
  tx: Transaction<Schema>,
  jobs: readonly AnyJob[],
): Promise<readonly Failed[]> {
  const { rows } = await sql<Failed>`
    with failed as (
      select job.queue, p.id as "askedBy", run.data->'data' as data,
        job.queue || '/' || job.id || '/failed/' || run.retry_count as key
      from gongkai_jobs.job run
      join job on job.queue = run.name and job.id = run.id and job.tenant_id = current_tenant()
      left join person p on p.tenant_id = job.tenant_id and p.id = job.asked_by
      where run.state = 'failed' and run.name = any(${jobs.map(({ name }) => name)})
    ), claimed as (
      insert into effect (tenant_id, key) select current_tenant(), key from failed
      where not exists (select from effect told where told.tenant_id = current_tenant() and told.key = failed.key)
      on conflict do nothing returning key
    )
    select queue, "askedBy", data from failed where key in (select key from claimed) order by key`.execute(
    tx,
  )
  return rows
}

async function tellAsker(
  tx: Transaction<Schema>,
  { label, page }: AnyJob,
  { askedBy, data }: Failed,
): Promise<void> {
  if (!page || askedBy === null) return
  await notify(tx, askedBy, 'jobFailed', { job: label, page: page(data as never) })
}

/** Where a server of mail is away a thousand fail on one day. */
async function tellAdministrators(
  tx: Transaction<Schema>,
  { name, label }: AnyJob,
  day: string,
): Promise<void> {
  if (!(await claim(tx, `${name}/failed/${day}`))) return
  const root = await tx
    .selectFrom('authority')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  const administrators = await holdersOf(tx, ['administrator'], root.id)
  const values = { job: label }
  await notifyEach(
    tx,
    'jobsFailed',
    administrators.map((personId) => ({ personId, values })),
  )
}
