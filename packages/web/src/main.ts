import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createPool } from '@gongkai/app'
import { serve } from '@hono/node-server'
import { loadConsole } from './http/pages.js'
import { createApp } from './server.js'

// The only place that reads the environment: PORT (8080), HOST (127.0.0.1).
const { PORT = '8080', HOST: host = '127.0.0.1' } = process.env
const port = Number(PORT)

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
/** So long may a request still run after the service was told to end. */
const GRACE_MS = 10_000

const isLoopback = LOOPBACK.includes(host)
const pool = createPool({
  jobs: availableParallelism(),
  onFault: (fault, name) => log({ fault: textOf(fault), name }),
})
const app = createApp({
  pool,
  console: await loadConsole(fileURLToPath(new URL('../../console/dist', import.meta.url))),
  hosts: isLoopback ? ['127.0.0.1', '[::1]', 'localhost'] : null,
  onFault: (fault, requestId) => log({ fault: textOf(fault), requestId }),
})

const server = serve({ fetch: app.fetch, port, hostname: host }, () => {
  const shown = isLoopback || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  console.log(`公开已启动：http://${shown}:${port}/tools/report`)
})
server.on('error', (error) => {
  console.error(`不能在 ${host}:${port} 上监听：${error.message}`)
  process.exit(1)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

/** Takes no more requests, lets those under way end, and goes. */
function stop(): void {
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  server.close(async () => {
    await pool.close()
    process.exit(0)
  })
}

function log(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
