import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Converter, ConverterReply, StartConverter } from './converter.js'
import { allowedMs, faulty, tooHeavy, tooSlow } from './refuse-task.js'
import type { Task } from './tasks.js'
import type { Reply } from './worker.js'

// Beside this file, as source or compiled.
const WORKER = new URL(import.meta.url.replace(/[^/]*(\.\w+)$/, 'worker$1'))

class TooSlow extends Error {}

/** A thread of this process. What native code keeps stays with the process, and what crashes it ends the process. */
export const startThread: StartConverter = (limits, references): Converter => {
  const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb }
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
  const run = async (task: Task): Promise<ConverterReply> => {
    await ready
    const timer = setTimeout(() => gone.abort(new TooSlow()), allowedMs(task, limits))
    try {
      worker.postMessage(task, bodiesOf(task))
      return toConverterReply(await nextReply())
    } finally {
      clearTimeout(timer)
    }
  }
  const lost = (task: Task, reason: unknown): ConverterReply => {
    if (reason instanceof TooSlow) return tooSlow(task, limits)
    const { code } = reason as NodeJS.ErrnoException
    return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy(task, limits.memoryMb) : faulty(reason)
  }
  return {
    isGone: () => gone.signal.aborted,
    async run(task) {
      try {
        return await run(task)
      } catch (error) {
        // Native code is not interrupted: nobody waits for it.
        void worker.terminate()
        return lost(task, gone.signal.reason ?? error)
      }
    },
    stop: () => worker.terminate(),
  }
}

/** What is handed over to the thread and not copied. */
function bodiesOf(task: Task): ArrayBuffer[] {
  return task.kind === 'job' && 'body' in task.job ? [task.job.body] : []
}

function toConverterReply(reply: Reply): ConverterReply {
  if (reply.kind === 'result') return { result: reply.result }
  return faulty(reply.kind === 'fault' ? reply.error : reply.kind)
}
