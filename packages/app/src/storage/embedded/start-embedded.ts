import { execFile, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import pg from 'pg'
import { EmbeddedSilent } from '../database-words.js'
import { nativeFolder } from './native.js'
import { closedFolderAbove, type ServerUser, serverUser } from './server-user.js'
import { socketFolder } from './socket-folder.js'

/** Why the server that came with the packages is not started; each message says what to do. */
export type EmbeddedRefusal = Refusal<'database.no-server' | 'data.closed' | 'data.in-use'>

/** A running server of our own. */
export type EmbeddedServer = {
  /** How its owner connects: a folder with the socket. */
  readonly url: string
  /** Ends it in order; connections that are still open are cut. */
  readonly stop: () => Promise<void>
}

/** So long may a server take that recovers after a crash. */
const START_MS = 60_000
/** So long after ours has ended may another's still not listen; where a killed one left its mark, ours is started again then. */
const OTHER_MS = 2000
/** SQLSTATE: the server is there, and recovers. */
const STARTING = '57P03'
const STEP_MS = 20

/**
 * The server on `dataFolder`, made where there is none, adopted where one still runs after its application was killed.
 * Holds the folder for this process: a second process is refused for as long as this one lives.
 * Throws where the server cannot be made or does not come up.
 */
export async function startEmbedded(
  dataFolder: string,
): Promise<Result<EmbeddedServer, EmbeddedRefusal>> {
  const native = nativeFolder()
  if (native === null) return NO_SERVER
  const user = serverUser()
  mkdirSync(dataFolder, { recursive: true })
  const closed = closedFolderAbove(path.join(dataFolder, 'database'), user)
  if (closed !== null) return closedData(dataFolder, closed)

  const { cluster, sockets, url } = placesOf(dataFolder)
  for (const folder of new Set([cluster, sockets])) makeOwn(folder, user)
  await initialise(native, cluster, user)
  const start = () => launch(native, cluster, sockets, user)
  const holder = await hold(url, (await answers(url)) ? null : { start, mark: markOf(cluster) })
  if (holder === null) return inUse(dataFolder)
  return ok({
    url,
    async stop() {
      await holder.end()
      await end(cluster)
    },
  })
}

/**
 * The server of `dataFolder` for a second process that only looks on: the one that runs, left running, or where none runs, one that is
 * started and held as by `startEmbedded`. Refused where there is no database yet.
 */
export async function connectEmbedded(
  dataFolder: string,
): Promise<Result<EmbeddedServer, EmbeddedRefusal | Refusal<'data.none'>>> {
  const { cluster, url } = placesOf(dataFolder)
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) return noData(dataFolder)
  return (await answers(url)) ? ok({ url, stop: async () => {} }) : startEmbedded(dataFolder)
}

function placesOf(dataFolder: string) {
  const cluster = path.join(dataFolder, 'database')
  const sockets = socketFolder(cluster)
  const url = `postgresql://gongkai@/postgres?host=${encodeURIComponent(sockets)}`
  return { cluster, sockets, url }
}

const NO_SERVER = refuse(
  'database.no-server',
  '本机系统没有自带的数据库程序。请安装 PostgreSQL 15 或更新版本，并用 DATABASE_URL 指明连接地址。',
)

function closedData(dataFolder: string, closed: string) {
  return refuse(
    'data.closed',
    `以 root 身份运行时，数据库以 nobody 身份运行，而它不能进入“${closed}”，因此不能使用数据目录“${dataFolder}”。请用 GONGKAI_DATA 另指一个目录（如 /var/lib/gongkai），或改以普通用户运行。`,
  )
}

function noData(dataFolder: string) {
  return refuse(
    'data.none',
    `数据目录“${dataFolder}”中没有数据库。请用 GONGKAI_DATA 指明数据所在的目录；使用自有数据库的，请设 DATABASE_URL。`,
  )
}

function inUse(dataFolder: string) {
  return refuse(
    'data.in-use',
    `数据目录“${dataFolder}”正由另一个进程使用。请先停止那个进程，或用 GONGKAI_DATA 另指一个目录。`,
  )
}

function makeOwn(folder: string, { uid, gid }: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}

/** Text sorts by code point, and words of any script are words to it: without C.UTF-8, trigrams of Chinese are empty. */
const INITDB = [
  '--username=gongkai',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
]

/** Made beside its place and moved there whole: what is killed halfway leaves nothing that looks like a database. */
async function initialise(native: string, cluster: string, user: ServerUser): Promise<void> {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return
  const made = `${cluster}.new`
  rmSync(made, { recursive: true, force: true })
  makeOwn(made, user)
  const program = path.join(native, 'bin', 'initdb')
  await promisify(execFile)(program, ['-D', made, ...INITDB], { ...user, cwd: '/' })
  renameSync(made, cluster)
}

/** What a server leaves in its cluster while it runs, and when it was killed. */
function markOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}

/** How the server is started that is waited for, and the mark of one that runs or was killed. */
type Launch = { readonly start: () => Launched; readonly mark: string }

/** When the server that was started has ended, milliseconds; null while it runs. */
type Launched = () => number | null

/** Started in a group of its own: a Ctrl+C at the terminal is for the application, which ends the server after its own work. */
function launch(native: string, cluster: string, sockets: string, user: ServerUser): Launched {
  const log = openSync(path.join(cluster, 'server.log'), 'a')
  const options = ['-D', cluster, '-k', sockets, '-c', 'listen_addresses=']
  const server = spawn(path.join(native, 'bin', 'postgres'), options, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  server.unref()
  closeSync(log)
  let endedAt: number | null = null
  const end = () => {
    endedAt ??= Date.now()
  }
  server.once('exit', end).once('error', end)
  return () => endedAt
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  return client
    .connect()
    .then(() => true)
    .catch(() => false)
    .finally(() => client.end().catch(() => {}))
}

/** A lock of the server that lives as long as this process: no file that outlives it. Null where another holds it. */
async function hold(url: string, launch: Launch | null): Promise<pg.Client | null> {
  const client = await connect(url, launch)
  const { rows } = await client.query('select pg_try_advisory_lock(3477, 1) as held')
  if (rows[0].held) return client
  await client.end()
  return null
}

/**
 * Throws soon after the server that was started has ended, unless another comes up in its place. It is started again while the mark of a killed one is there: the
 * processes of that one hold its memory until they have ended, and no server starts before.
 */
async function connect(url: string, launch: Launch | null): Promise<pg.Client> {
  const longest = Date.now() + START_MS
  let launched = launch?.start()
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    // A server that is ended under the connection says so here; without a listener it would end us.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (fault) {
      await client.end().catch(() => {})
      const isStarting = (fault as NodeJS.ErrnoException).code === STARTING
      const endedAt = isStarting ? null : (launched?.() ?? null)
      const isOver = endedAt !== null && Date.now() > endedAt + OTHER_MS
      if (Date.now() > longest || (isOver && !existsSync(launch?.mark ?? '')))
        throw new EmbeddedSilent(fault)
      if (isOver) launched = launch?.start()
      await wait(STEP_MS)
    }
  }
}

/** Fast shutdown, and waits for its end. */
async function end(cluster: string): Promise<void> {
  const file = markOf(cluster)
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  process.kill(pid, 'SIGINT')
  const until = Date.now() + START_MS
  while (existsSync(file) && Date.now() < until) await wait(STEP_MS)
}
