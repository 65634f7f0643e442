import assert from 'node:assert/strict'
import path from 'node:path'
import { createPool, type Mail, newSetUpCode, openPlatform } from '@gongkai/app'
import { postmasterOf } from '../../app/test/support/cluster.js'
import { migratedDatabase } from '../../app/test/support/database.js'
import { newFolder, SERVERS } from '../../app/test/support/servers.js'
import type { Edge } from '../src/edge/edge.js'
import { type HeldGround, holdGround } from '../src/edge/ground.js'
import { newLimiter } from '../src/edge/limits.js'
import type { Work } from '../src/edge/worker.js'
import { createApp, type Me, type SetUpRequest } from '../src/index.js'
import { heldToDocument } from './documented.js'
import { type Answer, type Browser, browserOver } from './faults/browser.js'

export const PASSWORD = '竹影扫阶尘不动，月穿潭底'

/** What the set-up page sends, without the code. */
export const REGION: Omit<SetUpRequest, 'code'> = {
  region: '云岭县',
  regionCode: '530199',
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员', password: PASSWORD },
}

/** A browser in this process. */
export type Visitor = Browser

export type Running = {
  readonly ground: HeldGround
  /** Kills the server of a database that is the service's own. */
  readonly killDatabase: () => void
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

type Start = {
  readonly work?: Work
  /** With a server of its own, which a test may kill; otherwise on the one that the tests share. */
  readonly ownServer?: boolean
}

/** The service on a new database, not set up. */
export async function startPlatform(
  changed: Partial<Edge> = {},
  { work, ownServer = false }: Start = {},
): Promise<Running> {
  const folder = newFolder()
  const [server] = SERVERS
  const databaseUrl = ownServer || !server ? null : await migratedDatabase(server)
  const mails: Mail[] = []
  const faults: unknown[] = []
  const ground = holdGround({
    open: () => openPlatform({ databaseUrl, keyFile: null }, folder, () => new Date()),
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
  const ask = heldToDocument((path, init) => app.request(path, init))
  return {
    ...{ ground, mails, faults, routes: app.routes },
    killDatabase: () => process.kill(postmasterOf(path.join(folder, 'database')), 'SIGKILL'),
    visitor: () => browserOver(ask),
    page: (path, init = {}) => ask(path, init),
    fetch: (request) => app.fetch(request),
    async close() {
      await pool.close()
      await ground.close()
    },
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
