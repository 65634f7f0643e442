import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { ok } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import type { AnyJob, JobSpec } from '../../src/queue/define-job.js'
import { enqueue, type When } from '../../src/queue/enqueue.js'
import { type ListedJob, readJob } from '../../src/queue/list-jobs.js'
import { type RunningQueue, startQueue } from '../../src/queue/start-queue.js'
import { transact } from '../../src/storage/transact.js'
import type { Region } from '../support/platform.js'

/** Asks for a job in a transaction of its own, as the first administrator where nobody else is given. */
export async function ask<Data extends object>(
  { platform, administrator }: Region,
  job: JobSpec<Data>,
  data: Data,
  { as, ...when }: When & { readonly as?: Actor } = {},
): Promise<string> {
  const { value } = await transact(platform, as ?? administrator, async ({ tx }) =>
    ok(await enqueue(tx, job, data, when)),
  )
  return value
}

/** The job as the first administrator sees it. */
export async function seen({ platform, administrator }: Region, id: string): Promise<ListedJob> {
  const job = await readJob(platform, administrator, { jobId: id })
  assert.ok(job.ok)
  return job.value
}

/** Waits until the job is in the state, and returns it. */
export async function comesTo(
  region: Region,
  id: string,
  state: ListedJob['state'],
): Promise<ListedJob> {
  await until(async () => (await seen(region, id)).state === state)
  return seen(region, id)
}

export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await wait(20)) {
    if (Date.now() > end) throw new Error('it did not come about within a minute')
  }
}

/** A worker in this process that asks often. */
export function work(
  { platform }: Region,
  jobs: readonly AnyJob[],
  pollSeconds = 0.5,
): Promise<RunningQueue> {
  return startQueue(platform, jobs, { onFault: () => {}, pollSeconds, watchSeconds: 1 })
}
