import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endCluster } from '../../../app/test/support/cluster.js'

/** What a service is started with; on the same folder and port it is the same service again. */
export type ServiceSpec = {
  readonly folder: string
  readonly port: number
  /** What Node is given: flags and the entry, built or as source. */
  readonly entry: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The service as a process of its own. */
export type ServiceProcess = {
  readonly spec: ServiceSpec
  readonly url: string
  readonly pid: number
  /** Null where the region is set up. */
  readonly setUpCode: string | null
  /** From the start of the process until the platform is open, milliseconds. */
  readonly openedMs: number
  readonly said: () => string
  /** SIGKILL, as if the power had gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>
}

const running = new Set<ChildProcess>()

// What was not stopped ends with us.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

const OPEN = /请打开 \S+ 登录|设置码：([0-9A-Z-]+)/
const OPEN_MS = 120_000

/** Starts the service and waits until its platform is open; throws with what it said where it ends before. */
export async function startProcess(spec: ServiceSpec): Promise<ServiceProcess> {
  const started = performance.now()
  const child = spawn(process.execPath, [...spec.entry], {
    env: {
      ...{ ...process.env, ...spec.env, PORT: `${spec.port}`, GONGKAI_DATA: spec.folder },
      NODE_OPTIONS: '',
    },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  while (!OPEN.test(said)) {
    if (child.exitCode !== null || performance.now() - started > OPEN_MS)
      throw new Error(`the service does not open: ${said}`)
    await wait(10)
  }
  const openedMs = performance.now() - started
  return {
    ...{ spec, url: `http://127.0.0.1:${spec.port}`, pid: child.pid ?? 0, openedMs },
    setUpCode: OPEN.exec(said)?.[1] ?? null,
    said: () => said,
    async kill() {
      await ended(child, 'SIGKILL')
    },
    async stop() {
      await ended(child, 'SIGTERM')
      return child.exitCode
    },
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** A new data folder, which a server that runs as another user may pass. It is removed when the process ends. */
export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-service-'))
  chmodSync(folder, 0o711)
  process.once('exit', () => removeDataFolder(folder))
  return folder
}

/** Ends the database that a killed service left in `folder`, or that was started there, and removes it. */
export function removeDataFolder(folder: string): void {
  for (const cluster of [folder, path.join(folder, 'database')]) endCluster(cluster)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
