import pg from 'pg'
import { migrate } from '../../src/storage/migrate.js'
import { type OpenDatabase, openDatabase } from '../../src/storage/open-database.js'
import type { TestServer } from './servers.js'

const templates = new Map<TestServer, Promise<string>>()
let made = 0

/** A new database at the present schema, copied from one that was migrated once. */
export async function newDatabase(
  server: TestServer,
): Promise<OpenDatabase & { readonly url: string }> {
  const template = templates.get(server) ?? makeTemplate(server)
  templates.set(server, template)
  const name = `test_${++made}`
  await asOwner(server, `create database ${name} template ${await template}`)
  const url = await server.url(name)
  return { ...openDatabase(url, 4), url }
}

/** A new database with nothing in it; how its owner connects. */
export async function emptyDatabase(server: TestServer): Promise<string> {
  const name = `test_${++made}`
  await asOwner(server, `create database ${name}`)
  return server.url(name)
}

async function makeTemplate(server: TestServer): Promise<string> {
  const url = await emptyDatabase(server)
  await migrate(url)
  return new URL(url.replace('@/', '@localhost/')).pathname.slice(1)
}

async function asOwner(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: await server.url('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
