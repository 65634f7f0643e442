import { parentPort, workerData } from 'node:worker_threads'
import type { FileResult } from '../files/refusals.js'
import { type References, runTask, type Task, type TaskResult } from './run-task.js'

/** What a worker answers: the result, or the fault that kept it from one. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: FileResult<TaskResult> }
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

function answer(reply: Reply) {
  parentPort?.postMessage(reply)
}
