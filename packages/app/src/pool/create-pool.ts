import { ok } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { FileResult } from '../files/refusals.js'
import type { Checked, FileCheck, FileInput, References, Task, TaskResult } from './run-task.js'
import { startThread, type Thread, type ThreadLimits } from './thread.js'

export type PoolOptions = Partial<ThreadLimits> & {
  /** How many files are worked on at the same time. */
  readonly jobs: number
  readonly references?: References
  /** Told of every fault, with the name of the file that it kept from being read. */
  readonly onFault?: (fault: unknown, name: string) => void
}

/**
 * Reads and checks files in threads of their own, each under a limit of time and memory. A file that exceeds one, or
 * that a fault keeps from being read, is a refusal; nothing is ever thrown for a file.
 */
export type Pool = {
  readonly jobs: number
  readonly read: (input: FileInput) => Promise<FileResult<SavedReport>>
  /** Of our own formats, the reading under the name and digest of the file that it was first read from. */
  readonly readSaved: (input: FileInput) => Promise<FileResult<SavedReport>>
  readonly check: (input: FileInput, check?: FileCheck) => Promise<FileResult<Checked>>
  /** As `check`, with the report as `readSaved` gives it. */
  readonly checkSaved: (input: FileInput, check?: FileCheck) => Promise<FileResult<Checked>>
  /** Ends the threads; what they were working on is refused. */
  readonly close: () => Promise<void>
}

/** No published report comes near these; with them a command on one file ends within 10 seconds and 500 MB. */
const LIMITS: ThreadLimits = { timeoutMs: 8_000, memoryMb: 320 }

const NO_REFERENCES: References = { previous: [], siblings: [] }

/** Makes a pool of at most `jobs` threads; a thread is started when the first file needs it. */
export function createPool(options: PoolOptions): Pool {
  const { jobs, references = NO_REFERENCES, onFault } = options
  const threads = shareThreads(jobs, () => startThread({ ...LIMITS, ...options }, references))
  const run = async (task: Task): Promise<FileResult<TaskResult>> => {
    const { result, fault } = await threads.use((thread) => thread.run(task))
    if (fault !== undefined) onFault?.(fault, task.input.name)
    return result
  }
  const read = async (input: FileInput, as: Task['as']) => {
    const done = await run({ input, as, check: null })
    return done.ok ? ok(done.value.report) : done
  }
  const check = async (input: FileInput, as: Task['as'], against: FileCheck = {}) => {
    const done = await run({ input, as, check: against })
    // A task with a check is answered with its result.
    return done as FileResult<Checked>
  }
  return {
    jobs,
    read: (input) => read(input, 'given'),
    readSaved: (input) => read(input, 'saved'),
    check: (input, against) => check(input, 'given', against),
    checkSaved: (input, against) => check(input, 'saved', against),
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
