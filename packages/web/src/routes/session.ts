import {
  actorOfSession,
  endSession,
  type Platform,
  readMe,
  type SignedIn,
  signIn,
} from '@gongkai/app'
import { ok, type Result } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addOpenRoute, addPersonalRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import { dropSession, keepSession, sessionOf } from '../edge/session-cookie.js'
import type { Env } from '../http/answers.js'
import type { ApiRefusal } from '../http/refusals.js'
import { Me, SignInRequest } from '../schemas/session.js'

const LONGEST_AGENT = 300

/** `/session`: sign in, who is signed in, sign out. */
export function addSession(api: OpenAPIHono<Env>, edge: Edge): void {
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/session',
      summary: '登录',
      description: '无论哪一项不对，答复都一样（422 sign-in.failed）。',
      body: SignInRequest,
      answer: Me,
    },
    async ({ body }, c) => {
      const { login, password, code } = body
      const address = clientAddress(c, edge.trustedProxies)
      const often = await tooOften(c, edge, 'sign-in', networkOf(address ?? ''), login)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      return begin(c, edge, ready.value, { login, password, code: code || null, address })
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/session',
      summary: '当前登录的人员及其权限',
      answer: Me,
      versionOf: ({ person }) => person.version,
    },
    async ({ platform, sessionId, actor }) =>
      ok({ ...(await readMe(platform, { sessionId, actor })), sessionId }),
  )
  addPersonalRoute(
    api,
    edge,
    { method: 'delete', path: '/session', summary: '退出登录', answer: null },
    async ({ platform, actor, sessionId }, _, c) => {
      dropSession(c, edge)
      return endSession(platform, actor, { sessionId })
    },
  )
}

type Begin = {
  readonly login: string
  readonly password: string
  readonly code: string | null
  readonly address: string | null
}

/** Begins a session in the browser that asks, in the place of the one it had; says who is signed in. */
export async function begin(
  c: Context<Env>,
  edge: Edge,
  platform: Platform,
  given: Begin,
): Promise<Result<Me, ApiRefusal>> {
  const signedIn = await signIn(platform, { ...given, agent: agentOf(c) })
  return signedIn.ok ? ok(await entered(c, edge, platform, signedIn.value)) : signedIn
}

/** What the browser says that it is. */
export function agentOf(c: Context<Env>): string | null {
  return c.req.header('user-agent')?.slice(0, LONGEST_AGENT) ?? null
}

/** Has the browser keep a session that began, in the place of the one it had; who is signed in. */
export async function entered(
  c: Context<Env>,
  edge: Edge,
  platform: Platform,
  { token }: SignedIn,
): Promise<Me> {
  const before = await sessionOf(c, platform)
  if (before) await endSession(platform, before.actor, before)
  const session = await actorOfSession(platform, token)
  if (session === null) throw new Error('the session that just began is over')
  keepSession(c, edge, token)
  return { ...(await readMe(platform, session)), sessionId: session.sessionId }
}
