import type { ServerType } from '@hono/node-server'

/**
 * Takes no more requests and lets those under way run for at most `finishMs`; then their connections are cut: whoever does not send to the end would
 * keep the service from ending its work and its database.
 */
export async function endServer(server: ServerType, finishMs: number): Promise<void> {
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, finishMs)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(cut)
}
