import pg from 'pg'
import { migrate } from '../../src/storage/migrate.js'
import { type OpenDatabase, openDatabase } from '../../src/storage/open-database.js'
import type { TestServer } from './servers.js'

const owners = new Map<TestServer, Promise<pg.Client>>()
const templates = new Map<TestServer, Promise<string>>()
let made = 0

/** Milliseconds. A server on a machine that tests elsewhere too is slow, and does not hang: what does is tested with the product's own patience. */
const PATIENCE = {
  ...{ connectMs: 60_000, answerMs: 120_000 },
  ...{ doubtMs: 20_000, probeMs: 20_000, pauseMs: 3000 },
}

/** A new database at the present schema, open. */
export async function newDatabase(
  server: TestServer,
): Promise<OpenDatabase & { readonly url: string }> {
  const url = await migratedDatabase(server)
  return { ...openDatabase(url, 4, PATIENCE), url }
}

/** A new database at the present schema, copied from one that was migrated once; how its owner connects. */
export async function migratedDatabase(server: TestServer): Promise<string> {
  const template = templates.get(server) ?? makeTemplate(server)
  templates.set(server, template)
  const name = `test_${++made}`
  await asOwner(server, `create database ${name} template ${await template}`)
  return server.url(name)
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
  const owner = owners.get(server) ?? server.url('postgres').then(connected)
  owners.set(server, owner)
  await (await owner).query(statement)
}

/** A connection to the database of `url`. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  // A test may cut it, and a listener that is missing would end us.
  client.on('error', () => {})
  await client.connect()
  return client
}
