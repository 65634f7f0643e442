import { setTimeout as wait } from 'node:timers/promises'
import { type Job, type JobResult, PgBoss } from 'pg-boss'
import type { Platform } from '../context.js'
import type { AnyJob } from './define-job.js'
import { faultOf } from './fault-of.js'
import {
  HEARTBEAT_SECONDS,
  KEEP_SECONDS,
  LONGEST_PAUSE_SECONDS,
  MOST_KILLS,
  WAIT_SECONDS,
} from './limits.js'
import { queueDatabase } from './queue-database.js'
import { type Envelope, runJob } from './run-job.js'
import { tellFailed } from './tell-failed.js'

export type QueueOptions = {
  /** Faults outside of a job: the database is away, a schedule cannot be read. */
  readonly onFault: (fault: Error) => void
  /** How often workers ask for work. */
  readonly pollSeconds?: number
  /** How often it is looked for dead workers, and for jobs that failed for good. */
  readonly watchSeconds?: number
}

export type RunningQueue = {
  /** Takes no more work, lets run what runs for at most `withinMs`, and returns. What is not over then runs again elsewhere. */
  readonly stop: (withinMs: number) => Promise<void>
}

/**
 * Works off `jobs` in this process, beside any number of others on the same database. Where the database is away it goes on when that is back.
 * Throws where the schema is not the one of this version.
 */
export async function startQueue(
  platform: Platform,
  jobs: readonly AnyJob[],
  { onFault, pollSeconds = 1, watchSeconds = 15 }: QueueOptions,
): Promise<RunningQueue> {
  const boss = new PgBoss({
    db: queueDatabase(platform.db),
    schema: 'gongkai_jobs',
    migrate: false,
    createSchema: false,
    // The role of the use cases owns no index.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
  })
  boss.on('error', (emitted) => onFault(faultOf(emitted)))
  await boss.start()
  for (const job of jobs) await serve(boss, platform, job, pollSeconds)
  const endTelling = again(() => tellFailed(platform, jobs), watchSeconds * 1000, onFault)
  return {
    async stop(withinMs) {
      await Promise.all([endTelling(), boss.stop({ graceful: true, timeout: withinMs })])
    },
  }
}

/** Does it again and again, each time `pauseMs` after the last; what is returned ends that and waits for what is under way. */
function again(
  work: () => Promise<void>,
  pauseMs: number,
  onFault: (fault: Error) => void,
): () => Promise<void> {
  const ended = new AbortController()
  const pause = () => wait(pauseMs, true, { signal: ended.signal, ref: false }).catch(() => false)
  const loop = async () => {
    while (await pause()) await work().catch(onFault)
  }
  const running = loop()
  return () => {
    ended.abort()
    return running
  }
}

async function serve(
  boss: PgBoss,
  platform: Platform,
  job: AnyJob,
  pollSeconds: number,
): Promise<void> {
  await boss.createQueue(job.name, { policy: 'standard' })
  // What is scheduled takes these from the queue; `enqueue` writes them itself.
  await boss.updateQueue(job.name, {
    retryLimit: job.retries + MOST_KILLS,
    retryDelay: job.backoffSeconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_PAUSE_SECONDS,
    expireInSeconds: job.mostSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: WAIT_SECONDS,
    deleteAfterSeconds: KEEP_SECONDS,
  })
  // A batch that comes full is followed by the next at once: polling alone would take one job a second.
  const options = { batchSize: job.beside, burstWhenBatchFull: true, perJobResults: true } as const
  await boss.work<Envelope, object, typeof options & { pollingIntervalSeconds: number }>(
    job.name,
    { ...options, pollingIntervalSeconds: pollSeconds },
    (batch) => Promise.all(batch.map((fetched) => settle(platform, job, fetched))),
  )
  await schedule(boss, platform, job)
}

/** A fault in one job of a batch is that job's alone. */
async function settle(
  platform: Platform,
  job: AnyJob,
  fetched: Job<Envelope>,
): Promise<JobResult<object>> {
  try {
    await runJob(platform, job, fetched)
    return { id: fetched.id, status: 'completed' }
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    return { id: fetched.id, status: 'failed', output: { message } }
  }
}

/** Each region has its own schedule; what came due while no process ran is made up for once. */
async function schedule(boss: PgBoss, { tenantId }: Platform, { name, cron }: AnyJob) {
  if (cron === null) return boss.unschedule(name, tenantId)
  const envelope: Envelope = { tenantId, data: {} }
  const options = { tz: 'Asia/Shanghai', key: tenantId, missed: 'once' } as const
  return boss.schedule(name, cron, envelope, options)
}
