import { availableParallelism } from 'node:os'
import { readSettings, SettingsError, startFailure } from './settings.js'
import { isLoopback, startService } from './start.js'

/** So long may a request still run after the service was told to end. */
const GRACE_MS = 10_000

// The only place that reads the environment.
const settings = orExit(() => readSettings(process.env))
const { host } = settings

const service = await startService({
  ...settings,
  jobs: availableParallelism(),
  log: ({ fault, about }) => console.error(JSON.stringify({ about, fault: textOf(fault) })),
}).catch((error) => exit(startFailure(error, settings)))
const isEverywhere = host === '0.0.0.0' || host === '::'
const shown = isLoopback(host) || isEverywhere ? 'localhost' : host
console.log(`公开已启动：http://${shown}:${service.port}/tools/report\n按 Ctrl+C 停止。`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  await service.stop()
  process.exit(0)
}

function orExit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof SettingsError) exit(error.message)
    throw error
  }
}

function exit(why: string): never {
  console.error(`服务没有启动：${why}`)
  process.exit(1)
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
