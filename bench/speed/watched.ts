import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What one run of a program took, as the kernel counts it. */
export type Run = {
  readonly seconds: number
  readonly processorSeconds: number
  /** The highest resident memory of the process. */
  readonly peakMb: number
  /** Lines that it printed. */
  readonly lines: number
  readonly exitCode: number | null
  /** Its first line, and all that it wrote to stderr. */
  readonly said: string
  readonly complained: string
}

/** Clock ticks a second in /proc, on every Linux of our time. */
const TICKS = 100

/** Runs Node with `args` and watches the process in /proc until it ends. */
export async function watched(args: readonly string[]): Promise<Run> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let peakMb = 0
  let processorSeconds = 0
  let lines = 0
  const first: Buffer[] = []
  const errors: Buffer[] = []
  child.stderr.on('data', (data: Buffer) => errors.push(data))
  child.stdout.on('data', (data: Buffer) => {
    if (lines === 0) first.push(data)
    for (const byte of data) if (byte === 10) lines++
  })
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peakMb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 || peakMb
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      processorSeconds = (Number(stat[11]) + Number(stat[12])) / TICKS || processorSeconds
    } catch {
      // The process has ended between two looks.
    }
  }
  const timer = setInterval(look, 50)
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds,
    peakMb,
    lines,
    exitCode,
    said: Buffer.concat(first).toString().split('\n', 1).join(),
    complained: Buffer.concat(errors).toString(),
  }
}
