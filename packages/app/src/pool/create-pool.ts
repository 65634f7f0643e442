import type { SavedReport } from '@gongkai/report'
import type { CheckOptions, CheckResult } from '../checks/check-report.js'
import type { SharedSiblings } from '../checks/shared-siblings.js'
import type { FileResult } from '../files/refusals.js'
import type { Job, JobResult } from '../jobs/job.js'
import type { TaskResult } from './run-task.js'
import type { Checked, FileCheck, FileInput, References, Task } from './tasks.js'
import { startThread, type Thread, type ThreadLimits } from './thread.js'

export type PoolOptions = Partial<ThreadLimits> & {
  /** How many files are worked on at the same time. */
  readonly jobs: number
  readonly references?: References
  /** Told of every fault, with the name of the file that it kept from being read, or the kind of the job. */
  readonly onFault?: (fault: unknown, name: string) => void
}

/**
 * Does what costs time in threads of their own, each task under a limit of time and memory. A task that exceeds one, or
 * that a fault ends, is answered with a refusal; nothing is ever thrown for a file.
 */
export type Pool = {
  readonly jobs: number
  readonly read: (input: FileInput) => Promise<FileResult<SavedReport>>
  /** Of our own formats, the reading under the name and digest of the file that it was first read from. */
  readonly readSaved: (input: FileInput) => Promise<FileResult<SavedReport>>
  readonly check: (input: FileInput, check?: FileCheck) => Promise<FileResult<Checked>>
  /** Of a report that was read before: what it is held against is told with it. */
  readonly checkSaved: (
    report: SavedReport,
    against: CheckOptions,
    siblings?: SharedSiblings,
  ) => Promise<FileResult<CheckResult>>
  /** From bytes to bytes; the body is gone from the caller. */
  readonly run: (job: Job) => Promise<JobResult>
  /** Ends the threads; what they were working on is refused. */
  readonly close: () => Promise<void>
}

/** No published report comes near these; with them a command on one file ends within 10 seconds and 500 MB. */
const LIMITS: ThreadLimits = { timeoutMs: 8_000, memoryMb: 320 }

const NO_REFERENCES: References = { previous: [], siblings: [], subordinates: [] }

/** Makes a pool of at most `jobs` threads; a thread is started when the first task needs it. */
export function createPool(options: PoolOptions): Pool {
  const { jobs, references = NO_REFERENCES, onFault } = options
  const threads = shareThreads(jobs, () => startThread({ ...LIMITS, ...options }, references))
  // A task is answered with the result of its kind.
  const run = async <T extends TaskResult>(task: Task, about: string): Promise<T> => {
    const { result, fault } = await threads.use((thread) => thread.run(task))
    if (fault !== undefined) onFault?.(fault, about)
    return result as T
  }
  return {
    jobs,
    read: (input) => run({ kind: 'read', input, as: 'given' }, input.name),
    readSaved: (input) => run({ kind: 'read', input, as: 'saved' }, input.name),
    check: (input, check = {}) => run({ kind: 'check', input, check }, input.name),
    checkSaved: (report, against, siblings) =>
      run({ kind: 'checkSaved', report, against, siblings }, report.file),
    run: (job) => run({ kind: 'job', job }, job.kind),
    close: threads.close,
  }
}

/** At most `most` threads, lent to one user at a time in the order of asking. A thread that is gone is not lent again. */
function shareThreads(most: number, start: () => Thread) {
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []
  const startOne = () => {
    const thread = start()
    all.add(thread)
    return thread
  }
  const idleOne = () => {
    let thread = idle.pop()
    while (thread?.isGone()) {
      all.delete(thread)
      thread = idle.pop()
    }
    return thread
  }
  const take = async () => {
    const free = idleOne() ?? (all.size < most ? startOne() : undefined)
    return free ?? new Promise<Thread>((resolve) => waiting.push(resolve))
  }
  const giveBack = (thread: Thread) => {
    if (thread.isGone()) all.delete(thread)
    const next = waiting.shift()
    if (next) next(thread.isGone() ? startOne() : thread)
    else if (!thread.isGone()) idle.push(thread)
  }
  return {
    async use<T>(work: (thread: Thread) => Promise<T>): Promise<T> {
      const thread = await take()
      try {
        return await work(thread)
      } finally {
        giveBack(thread)
      }
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.stop()))
    },
  }
}
