import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPool, type Mail, newSetUpCode, openPlatform } from '@gongkai/app'
import type { Edge } from '../src/edge/edge.js'
import { type HeldGround, holdGround } from '../src/edge/ground.js'
import { newLimiter } from '../src/edge/limits.js'
import type { Work } from '../src/edge/worker.js'
import { createApp, type Me, type SetUpRequest } from '../src/index.js'

export const PASSWORD = '竹影扫阶尘不动，月穿潭底'

/** What the set-up page sends, without the code. */
export const REGION: Omit<SetUpRequest, 'code'> = {
  region: '云岭县',
  regionCode: '530199',
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员', password: PASSWORD },
}

const folders: string[] = []

// The process may end at any time; its servers end with it.
process.once('exit', () => {
  for (const folder of folders) {
    const file = path.join(folder, 'database', 'postmaster.pid')
    if (existsSync(file)) end(postmaster(folder))
    const pause = new Int32Array(new SharedArrayBuffer(4))
    for (let tries = 0; existsSync(file) && tries < 200; tries++) Atomics.wait(pause, 0, 0, 10)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // It was killed by a test.
  }
}

/** The process of the database in a data folder. */
export function postmaster(folder: string): number {
  const file = path.join(folder, 'database', 'postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // The tests say what they expect; a shape that is not there fails them.
  // biome-ignore lint/suspicious/noExplicitAny: any answer of any route
  readonly body: any
}

type Sent = {
  readonly body?: unknown
  readonly version?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser: it keeps the cookie, and asks. */
export type Visitor = (method: string, path: string, sent?: Sent) => Promise<Answer>

export type Running = {
  readonly ground: HeldGround
  readonly folder: string
  readonly mails: Mail[]
  readonly faults: unknown[]
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  readonly visitor: () => Visitor
  /** A page of the portal, as a browser without a cookie asks for it. */
  readonly page: (path: string, init?: RequestInit) => Promise<Response>
  /** For a server that a browser comes to. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly close: () => Promise<void>
}

/** The service on a new database of its own, not set up. */
export async function startPlatform(changed: Partial<Edge> = {}, work?: Work): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-web-'))
  folders.push(folder)
  // The server may run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  const mails: Mail[] = []
  const faults: unknown[] = []
  const ground = holdGround({
    open: () => openPlatform({ databaseUrl: null, keyFile: null }, folder, () => new Date()),
    code: newSetUpCode(),
    onChange: () => {},
    pauseMs: 100,
    ...(work && { work }),
  })
  assert.equal(await ground.begin(), null)
  const edge: Edge = {
    ground,
    limiter: newLimiter(Date.now),
    identity: null,
    publicUrl: () => 'http://localhost',
    trustedProxies: [],
    sendMail: async (mail) => {
      mails.push(mail)
    },
    onFault: (fault) => faults.push(fault),
    ...changed,
  }
  const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
  const console = { page: '<p>页面</p>', assets: new Map() }
  const onFault = (fault: unknown) => faults.push(fault)
  const app = createApp({ pool, console, edge, hosts: null, onFault })
  const ask = async (path: string, init: RequestInit) => app.request(path, init)
  return {
    ...{ ground, folder, mails, faults, routes: app.routes },
    visitor: () => newVisitor(ask),
    page: (path, init = {}) => ask(path, init),
    fetch: (request) => app.fetch(request),
    async close() {
      await pool.close()
      await ground.close()
    },
  }
}

type Ask = (path: string, init: RequestInit) => Promise<Response>

function newVisitor(ask: Ask): Visitor {
  let cookie: string | null = null
  return async (method, path, { body, version, headers } = {}) => {
    const isForm = body instanceof FormData
    const answer = await ask(`/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const [kept] = answer.headers.getSetCookie()
    if (kept) cookie = kept.includes('Max-Age=0') ? null : (kept.split(';')[0] ?? null)
    const bytes = await answer.clone().arrayBuffer()
    const isJson = answer.headers.get('content-type')?.includes('json')
    const { status } = answer
    return { status, headers: answer.headers, body: isJson ? await answer.json() : bytes }
  }
}

/** Status and code, to be held against what is expected. */
export function outcome({ status, body }: Answer): readonly [number, string | undefined] {
  return [status, body?.code]
}

/** Sets a service up; the administrator is signed in. */
export async function setUpRegion(running: Running): Promise<{ admin: Visitor; me: Me }> {
  const admin = running.visitor()
  const { status, body } = await admin('POST', '/setup', {
    body: { code: running.ground.code.text, ...REGION },
  })
  assert.equal(status, 200, JSON.stringify(body))
  return { admin, me: body }
}

let invited = 0

/** Somebody with a role, invited and signed in. */
export async function newUser(
  running: Running,
  admin: Visitor,
  authorityId: string,
  role: string,
): Promise<{ readonly visitor: Visitor; readonly login: string; readonly personId: string }> {
  const login = `user${++invited}`
  const invitation = await admin('POST', '/people', {
    body: {
      ...{ login, name: `用户${invited}`, email: `${login}@example.org` },
      assignments: [{ authorityId, role }],
    },
  })
  assert.equal(invitation.status, 201, JSON.stringify(invitation.body))
  const visitor = running.visitor()
  const accepted = await visitor('POST', `/links/${tokenOf(invitation.body.link)}`, {
    body: { password: PASSWORD },
  })
  assert.deepEqual(accepted.body, { login })
  const entered = await visitor('POST', '/session', { body: { login, password: PASSWORD } })
  assert.equal(entered.status, 200)
  return { visitor, login, personId: invitation.body.personId }
}

/** The token at the end of a link. */
export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}
