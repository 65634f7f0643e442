import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.js'
import { debianPrograms, endCluster, startCluster, withClient } from './cluster.js'

/** A server that the tests started: the same tests run on each. */
export type TestServer = {
  readonly name: string
  /** Why it is not there; null where it is. */
  readonly skip: string | null
  /** How the owner of a database connects: to `database`, on the server that is started with the first call. */
  readonly url: (database: string) => Promise<string>
}

const folders: string[] = []

// The process may end at any time; its servers end with it.
process.once('exit', () => {
  for (const folder of folders) {
    for (const cluster of [folder, path.join(folder, 'database')]) endCluster(cluster)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})

/** A new folder that is removed at the end. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-test-'))
  folders.push(folder)
  // The server may run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  return folder
}

async function startOwn(programs: string): Promise<string> {
  const { address } = await startCluster(programs, newFolder())
  await withClient(address('postgres', 'postgres'), async (client) => {
    // The owner of one's own server is no superuser: it may make roles and databases, and no more.
    await client.query('create role owner login createdb createrole')
    await hurry(client)
  })
  return address('owner', 'postgres')
}

async function startOurs(): Promise<string> {
  const started = await startEmbedded(newFolder())
  if (!started.ok) throw new Error(started.refusal.message)
  await withClient(started.value.url, hurry)
  return started.value.url
}

/** A test's data need not outlive the machine; that of a killed process they do. */
async function hurry(client: pg.Client): Promise<void> {
  await client.query('alter system set fsync = off')
  // Hundreds of small databases that live for seconds.
  await client.query('alter system set autovacuum = off')
  // Small tables of which nothing is known yet look large to the planner; what they are asked is not worth compiling.
  await client.query('alter system set jit = off')
  await client.query('alter system set full_page_writes = off')
  await client.query('alter system set synchronous_commit = off')
  await client.query('select pg_reload_conf()')
}

function server(name: string, skip: string | null, start: () => Promise<string>): TestServer {
  let started: Promise<string> | undefined
  return {
    name,
    skip,
    async url(database) {
      started ??= start()
      const url = new URL((await started).replace('@/', '@localhost/'))
      url.pathname = database
      return url.href.replace('@localhost/', '@/')
    },
  }
}

const programs = debianPrograms()

/** The server that comes with the packages, and that of Debian. */
export const SERVERS: readonly TestServer[] = [
  server('自带的数据库', null, startOurs),
  server(
    '自有的数据库服务器',
    programs === null ? '没有安装 PostgreSQL（apt-get install postgresql）' : null,
    () => startOwn(programs ?? ''),
  ),
]

/**
 * For what is done above the database one is enough: one's own where it is installed, whose owner may the least. Each use case is tried on both by the
 * matrix of rights; `GONGKAI_TEST_SERVERS=both` tries everything on both.
 */
export const ANY_SERVER: readonly TestServer[] =
  process.env['GONGKAI_TEST_SERVERS'] === 'both'
    ? SERVERS
    : SERVERS.filter(({ skip }) => skip === null).slice(-1)
