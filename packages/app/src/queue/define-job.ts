import type { Actor, Platform } from '../context.js'
import type { Work } from '../storage/transact.js'

/** What is known of a kind of background work where it is asked for. Its data are ids and days, never personal data. */
export type JobSpec<Data> = {
  /** The queue, and what the record calls it: `sendMail`. */
  readonly name: string
  /** In official words, for the screen. */
  readonly label: string
  /** So often it is tried again after a fault. What was killed with its process is tried again anyhow. */
  readonly retries: number
  /** Before the first retry; it doubles with every further one, up to an hour. */
  readonly backoffSeconds: number
  /** A run that takes longer counts as failed. */
  readonly mostSeconds: number
  /** The page below /console on which who asked sees what came of it: that person is told when it is over. Left out, nobody is told. */
  readonly page?: (data: Data) => string
  /** While one with the same key waits, no second one is added. */
  readonly once?: (data: Data) => string
}

/** Background work with what it does. */
export type QueueJob<Data> = JobSpec<Data> & {
  /** So many run beside each other in one process. */
  readonly beside: number
  /** When it starts by itself, in the time of China: minute, hour, day, month, weekday; its data are then empty. */
  readonly cron: string | null
  readonly run: (platform: Platform, data: Data, run: JobRun) => Promise<void>
}

/** A job of any data: what is in its queue was put there by `enqueue` with the same definition. */
export type AnyJob = QueueJob<never>

/** What a run is given to act with. It may be killed at any point and started again: whatever stays is done in `once`. */
export type JobRun = {
  readonly jobId: string
  /** The region itself (`systemOf`). */
  readonly actor: Actor
  /** Whether it has failed for good if it fails now. */
  readonly isLastTry: boolean
  /** Ends when the run takes longer than it may. */
  readonly signal: AbortSignal
  /** Tells how far it is, and throws where the job was cancelled. */
  readonly progress: (done: number, total: number | null, message?: string) => Promise<void>
  /**
   * Does `effect` in a transaction, once for this key in the whole life of this queue, however often and in how many processes it is run. Returns
   * whether it was done now.
   */
  readonly once: (key: string, effect: (work: Work) => Promise<void>) => Promise<boolean>
}

/** Background work; throws where the numbers make no sense. */
export function defineJob<Data extends object>(
  job: JobSpec<Data> &
    Pick<QueueJob<Data>, 'run'> &
    Partial<Pick<QueueJob<Data>, 'beside' | 'cron'>>,
): QueueJob<Data> {
  if (!/^[a-zA-Z]+$/.test(job.name)) throw new Error(`not a name for a queue: ${job.name}`)
  if (job.retries < 0 || job.backoffSeconds < 1 || job.mostSeconds < 1) {
    throw new Error(`${job.name}: retries from 0, seconds from 1`)
  }
  return { beside: 1, cron: null, ...job }
}
