import type { TaskResult } from './run-task.js'
import type { References, Task } from './tasks.js'

/** What one task may cost: milliseconds from the moment its converter takes it, and MB of heap. */
export type TaskLimits = { readonly timeoutMs: number; readonly memoryMb: number }

export type ConverterReply = {
  readonly result: TaskResult
  /** What was thrown, where the task is refused for a fault. */
  readonly fault?: unknown
}

/** Works on one task at a time. Once it is gone it takes no other. */
export type Converter = {
  readonly isGone: () => boolean
  readonly run: (task: Task) => Promise<ConverterReply>
  readonly stop: () => Promise<unknown>
}

/** Starts a converter. A task that takes more than the limits is refused, and the converter is gone. */
export type StartConverter = (limits: TaskLimits, references: References) => Converter
