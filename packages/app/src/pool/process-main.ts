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
      process.send?.(await work(told.isAmongSiblings ? amongSiblings(told.task) : told.task))
  }
})

function amongSiblings(task: Task): Task {
  return task.kind === 'checkSaved' ? { ...task, siblings } : task
}

/** The heap of the thread has its limit; what native code takes is looked at from outside. */
async function work(task: Task): Promise<FromProcess> {
  const { residentMb, keptMb } = limits
  const watched = Promise.withResolvers<FromProcess>()
  const timer = setInterval(() => {
    // The thread is still at it: whatever it answers later is not for the next task.
    if (takenMb() > residentMb) watched.resolve({ ...tooHeavy(task, residentMb), isSpent: true })
  }, LOOK_MS)
  const done = async () => {
    const reply = await thread.run(task)
    return { ...reply, isSpent: thread.isGone() || takenMb() > keptMb }
  }
  try {
    return await Promise.race([done(), watched.promise])
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

function takenMb(): number {
  return process.memoryUsage.rss() / 2 ** 20
}
