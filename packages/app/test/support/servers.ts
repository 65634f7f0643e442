import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { serverUser } from '../../src/storage/embedded/server-user.js'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.js'

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
    for (const cluster of [folder, path.join(folder, 'database')]) kill(cluster)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})

function kill(cluster: string): void {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT')
  // Nothing asynchronous runs any more.
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; existsSync(file) && tries < 200; tries++) Atomics.wait(pause, 0, 0, 10)
}

/** A new folder that is removed at the end. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-test-'))
  folders.push(folder)
  // The server may run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  return folder
}

/** The newest PostgreSQL of Debian, if one is installed. */
function debianServer(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const newest = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))[0]
  return newest ? path.join(root, newest, 'bin') : null
}

async function startOwn(bin: string): Promise<string> {
  const folder = newFolder()
  const { uid, gid } = serverUser()
  const as = uid === undefined || gid === undefined ? {} : { uid, gid }
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  const options = { ...as, cwd: '/' }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    options,
  )
  const log = openSync(path.join(folder, 'server.log'), 'a')
  spawn(path.join(bin, 'postgres'), ['-D', folder, '-k', folder, '-c', 'listen_addresses='], {
    ...options,
    stdio: ['ignore', log, log],
  }).unref()
  const host = encodeURIComponent(folder)
  const client = await patiently(`postgresql://postgres@/postgres?host=${host}`)
  // The owner of one's own server is no superuser: it may make roles and databases, and no more.
  await client.query('create role owner login createdb createrole')
  await hurry(client)
  await client.end()
  return `postgresql://owner@/postgres?host=${host}`
}

async function patiently(url: string): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (fault) {
      if (tries === 500) throw fault
      await wait(20)
    }
  }
}

async function startOurs(): Promise<string> {
  const started = await startEmbedded(newFolder())
  if (!started.ok) throw new Error(started.refusal.message)
  const client = await patiently(started.value.url)
  await hurry(client)
  await client.end()
  return started.value.url
}

/** A test's data need not outlive the machine; that of a killed process they do. */
async function hurry(client: pg.Client): Promise<void> {
  await client.query('alter system set fsync = off')
  // Hundreds of small databases that live for seconds.
  await client.query('alter system set autovacuum = off')
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

const bin = debianServer()

/** The server that comes with the packages, and that of Debian. */
export const SERVERS: readonly TestServer[] = [
  server('自带的数据库', null, startOurs),
  server(
    '自有的数据库服务器',
    bin === null ? '没有安装 PostgreSQL（apt-get install postgresql）' : null,
    () => startOwn(bin ?? ''),
  ),
]
