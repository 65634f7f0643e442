import { readFileSync } from 'node:fs'

/** Memory of a process that is really held, megabytes, as the kernel counts it; 0 where it is gone. */
export function residentMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Of the converters that a service has running now, all together, megabytes as {@link residentMb}. */
function convertersMb(pid: number): number {
  return childrenOf(pid)
    .filter((child) => commandOf(child).includes('process-main'))
    .reduce((sum, child) => sum + residentMb(child), 0)
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.trim().split(' ').map(Number)
  } catch {
    return []
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Clock ticks a second in /proc, on every Linux of our time. */
const TICKS = 100

/** Seconds that the processors worked for a process. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(stat[11]) + Number(stat[12])) / TICKS
}

/**
 * Looks at a service all the time until it is told to end: the first, the highest and the last figure of its own process, and one a tenth
 * of the time; and the highest of its converters.
 */
export function watchMemory(pid: number) {
  const seen: number[] = []
  let converters = 0
  const timer = setInterval(() => {
    seen.push(residentMb(pid))
    converters = Math.max(converters, convertersMb(pid))
  }, 100)
  return () => {
    clearInterval(timer)
    const tenth = Math.max(1, Math.floor(seen.length / 10))
    const course = seen.filter((_, at) => at % tenth === 0)
    const highest = Math.max(...seen)
    return { first: seen[0] ?? 0, highest, last: seen.at(-1) ?? 0, course, converters }
  }
}
