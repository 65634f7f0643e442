import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A server of one's own, without a network port: a process that may be stopped, killed and started again. */
export type Cluster = {
  /** How `role` connects to `database`; nobody needs a password. `postgres` may everything. */
  readonly address: (role: string, database: string) => string
  /** To all of its processes: each connection has one. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Starts it again after it was killed. */
  readonly start: () => Promise<void>
}

/** So often is a server started that ends at once, and so long after the last time, milliseconds. */
const [MOST_STARTS, START_AGAIN_MS] = [40, 500]

/** nobody, nogroup: the server refuses to run as root. */
const NOBODY = 65_534

/** The programs of the newest PostgreSQL of Debian; null where none is installed. */
export function debianPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const newest = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))[0]
  return newest ? path.join(root, newest, 'bin') : null
}

/** Makes a server in an empty folder and starts it. Whoever starts it ends it (`endCluster`). */
export async function startCluster(programs: string, folder: string): Promise<Cluster> {
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (as.uid) chownSync(folder, NOBODY, NOBODY)
  const options = { ...as, cwd: '/' }
  const kind = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']
  execFileSync(path.join(programs, 'initdb'), ['-D', folder, ...kind], options)
  const address = (role: string, database: string) =>
    `postgresql://${role}@/${database}?host=${encodeURIComponent(folder)}`
  const cluster: Cluster = {
    address,
    signal(signal) {
      const postmaster = postmasterOf(folder)
      for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, signal)
    },
    async start() {
      const log = openSync(path.join(folder, 'server.log'), 'a')
      // What a killed server has left running keeps its memory for a while, and none starts before.
      for (let tries = 0; tries < MOST_STARTS; tries++) {
        const server = spawn(
          path.join(programs, 'postgres'),
          ['-D', folder, '-k', folder, '-c', 'listen_addresses='],
          { ...options, stdio: ['ignore', log, log], detached: true },
        )
        server.unref()
        const ended = once(server, 'exit').then(() => false)
        if (await Promise.race([ended, comesUp(address('postgres', 'postgres'))])) return
        await wait(START_AGAIN_MS)
      }
      throw new Error(`no server starts on ${folder}: see its server.log`)
    },
  }
  await cluster.start()
  return cluster
}

/** The process of the server on a folder. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Ends the server on a folder, if one runs there, and waits for that. Nothing asynchronous need run any more. */
export function endCluster(folder: string): void {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  try {
    process.kill(postmasterOf(folder), 'SIGQUIT')
  } catch {
    // It was killed before.
    return
  }
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; existsSync(file) && tries < 500; tries++) Atomics.wait(pause, 0, 0, 10)
}

/** Works on a database by its address. */
export async function withClient<T>(
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

/** The processes that a process has started. */
export function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

async function comesUp(url: string): Promise<true> {
  for (let tries = 0; ; tries++) {
    try {
      return await withClient(url, async () => true as const)
    } catch (fault) {
      if (tries === 1000) throw fault
      await wait(30)
    }
  }
}
