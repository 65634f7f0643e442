import type pg from 'pg'
import { withClient } from '../../packages/app/test/support/cluster.js'
import { startOwnServer } from '../../packages/web/test/faults/own-server.js'
import type { ServiceSpec } from '../../packages/web/test/faults/service-process.js'
import { asOwner, newSpec } from '../platform/installation.js'

/** Where a service keeps its data: in the database that comes with it, or on a server of one's own. */
export type Place = {
  readonly name: string
  readonly spec: ServiceSpec
  /** Null for the one that comes with it. */
  readonly databaseUrl: string | null
  readonly asOwner: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>
}

export async function embeddedPlace(): Promise<Place> {
  const spec = await newSpec()
  return {
    ...{ name: 'embedded', spec, databaseUrl: null },
    asOwner: (work) => asOwner(spec.folder, work),
  }
}

/** With the server, which may be stopped and killed. */
export async function ownPlace() {
  const server = await startOwnServer()
  const spec = await newSpec({ DATABASE_URL: server.url })
  const place: Place = {
    ...{ name: `own server (${server.name})`, spec, databaseUrl: server.url },
    asOwner: (work) => withClient(server.url, work),
  }
  return { place, server }
}
