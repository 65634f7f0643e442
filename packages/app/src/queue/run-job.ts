import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { claim } from './claim.js'
import { faultsOf, noteFault } from './count-faults.js'
import type { JobRun, QueueJob } from './define-job.js'
import { systemOf } from './system.js'
import { tellDone } from './tell-done.js'

/** What stands in the queue: the data, and whose. */
export type Envelope = { readonly tenantId: string; readonly data: object }

export type Fetched = {
  readonly id: string
  readonly data: Envelope
  readonly signal: AbortSignal
  /** So often it was started before. */
  readonly retryCount?: number
}

/** One run of a job, as the region that asked for it; who asked is told when it is over. Throws what the job throws. */
export async function runJob(
  base: Platform,
  job: QueueJob<never>,
  { id, data: envelope, signal, retryCount = 0 }: Fetched,
): Promise<void> {
  const platform = { ...base, tenantId: envelope.tenantId }
  const faults = await begin(platform, job, id, retryCount)
  const data = envelope.data as never
  const run: JobRun = {
    jobId: id,
    actor: systemOf(platform),
    signal,
    isLastTry: faults >= job.retries,
    progress: (done, total, message) => tellProgress(platform, job.name, id, done, total, message),
    once: (key, effect) => once(platform, `${job.name}/${key}`, effect),
  }
  try {
    await job.run(platform, data, run)
  } catch (fault) {
    await noteFault(job, run, retryCount)
    throw fault
  }
  await tellDone(job, data, run)
}

/** What started by the clock has no row of ours yet. Returns how many runs of it ended by a fault before. */
async function begin(
  platform: Platform,
  job: QueueJob<never>,
  id: string,
  tries: number,
): Promise<number> {
  const { value } = await transact(platform, systemOf(platform), async ({ tx }) => {
    await sql`insert into job (tenant_id, id, queue, asked_by, asked_at)
      values (current_tenant(), ${id}, ${job.name}, current_person(), now())
      on conflict do nothing`.execute(tx)
    return ok(await faultsOf(tx, job, id, tries))
  })
  return value
}

async function tellProgress(
  platform: Platform,
  queue: string,
  id: string,
  done: number,
  total: number | null,
  message: string | undefined,
): Promise<void> {
  await transact(platform, systemOf(platform), async ({ tx }) => {
    // Shared lock: what is told while it is being cancelled would take away the message of that.
    const { rows } = await sql<{ state: string }>`
      select state from gongkai_jobs.job where name = ${queue} and id = ${id} for share`.execute(tx)
    if (rows[0]?.state === 'cancelled') throw new Error('the job was cancelled')
    await tx
      .updateTable('job')
      .set({ done, total, message: message ?? null })
      .where('tenant_id', '=', platform.tenantId)
      .where('id', '=', id)
      .execute()
    return ok(null)
  })
}

async function once(
  platform: Platform,
  key: string,
  effect: Parameters<JobRun['once']>[1],
): Promise<boolean> {
  const done = await transact(platform, systemOf(platform), async (work) => {
    const isFirst = await claim(work.tx, key)
    if (isFirst) await effect(work)
    return ok(isFirst)
  })
  return done.value
}
