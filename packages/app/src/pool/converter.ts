import type { TaskResult } from './run-task.js'
import type { References, Task } from './tasks.js'

/** What one task may cost. */
export type TaskLimits = {
  /** From the moment its converter takes it. */
  readonly timeoutMs: number
  /** Of heap. */
  readonly memoryMb: number
  /** Of the whole process, with what native code takes. A thread has no such limit. */
  readonly residentMb: number
  /** A process that is larger after a task goes. */
  readonly keptMb: number
}

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
