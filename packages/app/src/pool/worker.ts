import { parentPort, workerData } from 'node:worker_threads'
import { runTask, type TaskResult } from './run-task.js'
import type { References, Task } from './tasks.js'

/** What a worker answers: the result, or the fault that kept it from one. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: TaskResult }
  | { readonly kind: 'fault'; readonly error: unknown }

const references = workerData as References

parentPort?.on('message', async (task: Task) => {
  try {
    answer({ kind: 'result', result: await runTask(task, references) })
  } catch (error) {
    answer({ kind: 'fault', error })
  }
})
// pdfjs leaves promises behind that reject after it has said that a page is damaged. They are no fault of the file that
// comes next; whatever else nobody waits for ends the thread.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error && error.stack?.includes('pdfjs-dist'))) throw error
})
answer({ kind: 'ready' })

/** The bytes that were made are handed over and not copied. */
function answer(reply: Reply) {
  const value = reply.kind === 'result' && reply.result.ok ? reply.result.value : null
  const made = value && 'bytes' in value ? [value.bytes.buffer] : []
  parentPort?.postMessage(reply, made)
}
