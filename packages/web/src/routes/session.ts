import { actorOfSession, endSession, type Platform, readMe, signIn } from '@gongkai/app'
import { ok, type Result } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { addOpenRoute, addStaffRoute } from '../edge/add-route.js'
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
      const often = tooOften(c, edge.limiter, 'sign-in', networkOf(address ?? ''), login)
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      return begin(c, edge, ready.value, { login, password, code: code || null, address })
    },
  )
  addStaffRoute(
    api,
    edge,
    { method: 'get', path: '/session', summary: '当前登录的人员及其权限', answer: Me },
    async ({ platform, sessionId, actor }) =>
      ok({ ...(await readMe(platform, { sessionId, actor })), sessionId }),
  )
  addStaffRoute(
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
  const agent = c.req.header('user-agent')?.slice(0, LONGEST_AGENT) ?? null
  const entered = await signIn(platform, { ...given, agent })
  if (!entered.ok) return entered
  const before = await sessionOf(c, platform)
  if (before) await endSession(platform, before.actor, before)
  const session = await actorOfSession(platform, entered.value.token)
  if (session === null) throw new Error('the session that just began is over')
  keepSession(c, edge, entered.value.token)
  return ok({ ...(await readMe(platform, session)), sessionId: session.sessionId })
}
