import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { FILE_REFUSALS } from '../files/refusals.js'
import type { TaskResult } from './run-task.js'
import type { References, Task } from './tasks.js'
import type { Reply } from './worker.js'

/** What one task may cost: milliseconds from the moment its thread takes it, and MB of heap. */
export type ThreadLimits = { readonly timeoutMs: number; readonly memoryMb: number }

type ThreadReply = {
  readonly result: TaskResult
  /** What was thrown, where the task is refused for a fault. */
  readonly fault?: unknown
}

/** A thread that works on one task at a time. Once it is gone it takes no other. */
export type Thread = {
  readonly isGone: () => boolean
  readonly run: (task: Task) => Promise<ThreadReply>
  readonly stop: () => Promise<unknown>
}

// Beside this file, as source or compiled.
const WORKER = new URL(import.meta.url.replace(/[^/]*(\.\w+)$/, 'worker$1'))

/** The first time a thread reads what a thousand others handed in it takes seconds, once. */
const WITH_OTHERS = 4

class TooSlow extends Error {}

/** Starts a thread. A task that takes more than `limits` is refused, and the thread is gone. */
export function startThread(limits: ThreadLimits, references: References): Thread {
  const { timeoutMs, memoryMb } = limits
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb }
  const worker = new Worker(WORKER, { workerData: references, resourceLimits })
  const gone = new AbortController()
  worker.on('error', (error) => gone.abort(error))
  worker.on('exit', () => gone.abort(new Error('工作线程意外退出')))
  const nextReply = async (): Promise<Reply> => {
    const [reply] = await once(worker, 'message', { signal: gone.signal })
    return reply
  }
  const ready = nextReply()
  // Whoever runs a task hears of it; a thread that never gets one must not end the process.
  ready.catch(() => {})
  const run = async (task: Task): Promise<ThreadReply> => {
    await ready
    const timer = setTimeout(() => gone.abort(new TooSlow()), allowedMs(task, timeoutMs))
    try {
      worker.postMessage(task, bodiesOf(task))
      return toThreadReply(await nextReply())
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    isGone: () => gone.signal.aborted,
    async run(task) {
      try {
        return await run(task)
      } catch (error) {
        await worker.terminate()
        const allowed = { ...limits, timeoutMs: allowedMs(task, timeoutMs) }
        return lost(gone.signal.reason ?? error, allowed, isOfMany(task))
      }
    },
    stop: () => worker.terminate(),
  }
}

/** What is handed over to the thread and not copied. */
function bodiesOf(task: Task): ArrayBuffer[] {
  return task.kind === 'job' && 'body' in task.job ? [task.job.body] : []
}

function allowedMs(task: Task, timeoutMs: number): number {
  return task.kind === 'checkSaved' && task.siblings ? timeoutMs * WITH_OTHERS : timeoutMs
}

function isOfMany(task: Task): boolean {
  return task.kind === 'job' && ['check', 'findings', 'overview', 'merge'].includes(task.job.kind)
}

function lost(
  reason: unknown,
  { timeoutMs, memoryMb }: ThreadLimits,
  ofMany: boolean,
): ThreadReply {
  if (reason instanceof TooSlow) return { result: FILE_REFUSALS.tooSlow(timeoutMs / 1000, ofMany) }
  const { code } = reason as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { result: FILE_REFUSALS.tooHeavy(memoryMb, ofMany) }
  }
  return faulty(reason)
}

function toThreadReply(reply: Reply): ThreadReply {
  if (reply.kind === 'result') return { result: reply.result }
  return faulty(reply.kind === 'fault' ? reply.error : reply.kind)
}

function faulty(fault: unknown): ThreadReply {
  const message = fault instanceof Error ? fault.message : String(fault)
  return { result: FILE_REFUSALS.fault(message), fault }
}
