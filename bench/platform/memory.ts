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

/** Clock ticks a second in /proc, on every Linux of our time. */
const TICKS = 100

/** Seconds that the processors worked for a process. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(stat[11]) + Number(stat[12])) / TICKS
}

/** Looks at a process all the time until it is told to end: the first, the highest and the last figure, and one a tenth of the time. */
export function watchMemory(pid: number) {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(residentMb(pid)), 100)
  return () => {
    clearInterval(timer)
    const tenth = Math.max(1, Math.floor(seen.length / 10))
    const course = seen.filter((_, at) => at % tenth === 0)
    return { first: seen[0] ?? 0, highest: Math.max(...seen), last: seen.at(-1) ?? 0, course }
  }
}
