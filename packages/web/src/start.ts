import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createPool } from '@gongkai/app'
import { serve } from '@hono/node-server'
import { loadConsole } from './http/pages.js'
import { createApp } from './server.js'

export type ServiceOptions = {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** How many files are worked on at the same time. */
  readonly jobs: number
  /** Told of every fault, with the id that the user was given or the name of the file. */
  readonly log: (entry: { readonly fault: unknown; readonly about: string }) => void
}

export type Service = {
  readonly port: number
  /** Takes no more requests, lets those under way end, and ends the threads. */
  readonly stop: () => Promise<void>
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const CONSOLE = new URL('../../console/dist', import.meta.url)

/** Whether only this machine reaches a service that listens on `host`. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host)
}

/** Starts the service with the built console; throws where it cannot listen or the console is not built. */
export async function startService({ host, port, jobs, log }: ServiceOptions): Promise<Service> {
  const console = await loadConsole(fileURLToPath(CONSOLE))
  const pool = createPool({ jobs, onFault: (fault, about) => log({ fault, about }) })
  const app = createApp({
    pool,
    console,
    hosts: isLoopback(host) ? ['127.0.0.1', '[::1]', 'localhost'] : null,
    onFault: (fault, about) => log({ fault, about }),
  })
  const server = serve({ fetch: app.fetch, port, hostname: host })
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await new Promise((resolve) => server.close(resolve))
      await pool.close()
    },
  }
}
