import { FILE_REFUSALS } from '../files/refusals.js'
import type { ConverterReply, TaskLimits } from './converter.js'
import type { Task } from './tasks.js'

/** What a thousand others handed in takes seconds: to read it, once for each converter, and to add it up. */
const WITH_OTHERS = 4

/** Milliseconds that a task may take. */
export function allowedMs(task: Task, { timeoutMs }: TaskLimits): number {
  return isWithOthers(task) ? timeoutMs * WITH_OTHERS : timeoutMs
}

/** The task took longer than it may. */
export function tooSlow(task: Task, limits: TaskLimits): ConverterReply {
  return { result: FILE_REFUSALS.tooSlow(allowedMs(task, limits) / 1000, isOfMany(task)) }
}

/** The task needed more than so many MB. */
export function tooHeavy(task: Task, memoryMb: number): ConverterReply {
  return { result: FILE_REFUSALS.tooHeavy(memoryMb, isOfMany(task)) }
}

/** A fault ended the task. */
export function faulty(fault: unknown): ConverterReply {
  const message = fault instanceof Error ? fault.message : String(fault)
  return { result: FILE_REFUSALS.fault(message), fault }
}

function isWithOthers(task: Task): boolean {
  if (task.kind === 'sums') return true
  if (task.kind === 'job') return task.job.kind === 'consolidation'
  return task.kind === 'checkSaved' && task.siblings !== undefined
}

const OF_MANY = ['check', 'findings', 'overview', 'merge', 'openFindings', 'consolidation']

function isOfMany(task: Task): boolean {
  return task.kind === 'sums' || (task.kind === 'job' && OF_MANY.includes(task.job.kind))
}
