// The service as a process of its own, which says on a message how long its thread was kept from answering.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPool } from '@gongkai/app'
import { serve } from '@hono/node-server'
import { toolsOnly } from '../src/edge/tools-only.js'
import { createApp } from '../src/index.js'

const pool = createPool({ jobs: 1 })
const console = { page: '<p>页面</p>', assets: new Map() }
const onFault = (fault: unknown) => process.send?.({ fault: String(fault) })
const app = createApp({ pool, console, edge: toolsOnly(), hosts: null, onFault })
const delay = monitorEventLoopDelay({ resolution: 5 })
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  delay.enable()
  process.send?.({ port })
})
process.on('message', () => {
  process.send?.({ blockedMs: delay.max / 1e6 })
  delay.reset()
})
process.on('disconnect', async () => {
  server.close()
  await pool.close()
})
