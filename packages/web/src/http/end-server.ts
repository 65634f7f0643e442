import type { ServerType } from '@hono/node-server'

/** So often it is looked for connections that have become idle. */
const IDLE_MS = 50

/**
 * Takes no more connections and lets the requests under way run for at most `finishMs`; then their connections are cut: whoever does not send to the
 * end would keep the service from ending its work and its database. A connection that is kept open is closed after its present request: a browser
 * or a proxy that goes on asking over it would keep the service, too.
 */
export async function endServer(server: ServerType, finishMs: number): Promise<void> {
  const held = 'closeAllConnections' in server ? server : null
  held?.prependListener('request', (_, response) => response.setHeader('Connection', 'close'))
  const cut = setTimeout(() => held?.closeAllConnections(), finishMs)
  const idle = setInterval(() => held?.closeIdleConnections(), IDLE_MS)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(cut)
  clearInterval(idle)
}
