// The service as a process of its own, which says on a message how long its thread worked at most without looking up.
import { createPool } from '@gongkai/app'
import { serve } from '@hono/node-server'
import { toolsOnly } from '../src/edge/tools-only.js'
import { createApp } from '../src/index.js'

const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
const console = { page: '<p>页面</p>', assets: new Map() }
const onFault = (fault: unknown) => process.send?.({ fault: String(fault) })
const app = createApp({ pool, console, edge: toolsOnly(), hosts: null, onFault })

// Processor time of this thread from turn to turn: how busy the machine is makes no difference.
let longest = 0
let last = process.threadCpuUsage()
function look(): void {
  const now = process.threadCpuUsage()
  longest = Math.max(longest, now.user + now.system - last.user - last.system)
  last = now
}

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  setInterval(look, 5).unref()
  process.send?.({ port })
})
process.on('message', () => {
  look()
  process.send?.({ blockedMs: longest / 1000 })
  longest = 0
})
process.on('disconnect', async () => {
  server.close()
  await pool.close()
})
