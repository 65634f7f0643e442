import { NO_SIBLINGS, type SharedSiblings } from '../checks/shared-siblings.js'
import type { Converter, ConverterReply, TaskLimits } from './converter.js'
import { tooHeavy } from './refuse-task.js'
import type { References, Task } from './tasks.js'
import { startThread } from './thread.js'

/**
 * What a converter's process is told: once, how it works; the texts of the others, whenever they are other texts; the tasks, one after the
 * other.
 */
export type ToProcess =
  | { readonly kind: 'start'; readonly limits: TaskLimits; readonly references: References }
  | { readonly kind: 'siblings'; readonly stamp: string; readonly bytes: Uint8Array }
  | { readonly kind: 'task'; readonly task: Task; readonly isAmongSiblings: boolean }

/** `isSpent`: it takes no other task. */
export type FromProcess = ConverterReply & { readonly isSpent: boolean }

/** MB that Node and native code may take beside the heap of a task. */
const NATIVE_MB = 700

/** A process that is larger after a task goes. */
const KEPT_MB = 500

const LOOK_MS = 100

// A thread does the work: this process can always be spoken to, and ends with whoever started it.
let limits: TaskLimits
let thread: Converter
let siblings: SharedSiblings = NO_SIBLINGS

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('message', async (told: ToProcess) => {
  switch (told.kind) {
    case 'start':
      limits = told.limits
      thread = startThread(told.limits, told.references)
      break
    case 'siblings':
      siblings = share(told)
      break
    case 'task':
      answer(await work(told.isAmongSiblings ? amongSiblings(told.task) : told.task))
  }
})

function amongSiblings(task: Task): Task {
  return task.kind === 'checkSaved' ? { ...task, siblings } : task
}

function answer(reply: ConverterReply): void {
  const isSpent = thread.isGone() || residentMb() > KEPT_MB
  process.send?.({ ...reply, isSpent } satisfies FromProcess)
}

/** The heap of the thread has its limit; what native code takes is looked at from outside. */
async function work(task: Task): Promise<ConverterReply> {
  const mostMb = limits.memoryMb + NATIVE_MB
  const watched = Promise.withResolvers<ConverterReply>()
  const timer = setInterval(() => {
    if (residentMb() > mostMb) watched.resolve(tooHeavy(task, mostMb))
  }, LOOK_MS)
  try {
    return await Promise.race([thread.run(task), watched.promise])
  } finally {
    clearInterval(timer)
  }
}

function share({
  stamp,
  bytes,
}: Extract<ToProcess, { readonly kind: 'siblings' }>): SharedSiblings {
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return { stamp, bytes: shared }
}

function residentMb(): number {
  return process.memoryUsage.rss() / 2 ** 20
}
