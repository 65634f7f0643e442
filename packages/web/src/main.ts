import { availableParallelism } from 'node:os'
import { isLoopback, startService } from './start.js'

// The only place that reads the environment.
const { PORT = '8080', HOST = '127.0.0.1' } = process.env

/** So long may a request still run after the service was told to end. */
const GRACE_MS = 10_000

const service = await startService({
  host: HOST,
  port: Number(PORT),
  jobs: availableParallelism(),
  log: ({ fault, about }) => console.error(JSON.stringify({ about, fault: textOf(fault) })),
}).catch((error: Error) => {
  console.error(`服务没有启动：${error.message}`)
  process.exit(1)
})
const isEverywhere = HOST === '0.0.0.0' || HOST === '::'
const shown = isLoopback(HOST) || isEverywhere ? 'localhost' : HOST
console.log(`公开已启动：http://${shown}:${service.port}/tools/report\n按 Ctrl+C 停止。`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  await service.stop()
  process.exit(0)
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
