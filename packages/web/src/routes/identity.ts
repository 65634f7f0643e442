import { signInByIdentity } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { addOpenRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import type { Visit } from '../edge/identity-provider.js'
import { tooOften } from '../edge/limits.js'
import type { Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { SignInWays } from '../schemas/session.js'
import { agentOf, entered } from './session.js'

const COOKIE = 'gongkai_identity'
const PATH = '/api/v1/session/identity'
const LASTS_SECONDS = 600

/** `/session/identity`: signing in by the identity service of the province, where one is set. */
export function addIdentity(api: OpenAPIHono<Env>, edge: Edge): void {
  const callback = () => `${edge.publicUrl()}${PATH}/callback`
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/session/ways',
      summary: '除密码外的登录方式',
      answer: SignInWays,
      isBeforeSetUp: true,
    },
    async () => ok({ identity: edge.identity?.label ?? null }),
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/session/identity',
      summary: '转到统一身份认证',
      answer: 'redirect',
      also: [404],
    },
    async (_, c) => {
      if (!edge.identity) return { ok: false, refusal: REQUEST_REFUSALS.notFound() }
      const address = networkOf(clientAddress(c, edge.trustedProxies) ?? '')
      const often = await tooOften(c, edge, 'way-in', address)
      if (often) return often
      const begun = await edge.identity.begin(callback()).catch((fault) => {
        edge.onFault(fault, 'identity')
      })
      if (!begun) return back(c, 'identity.away')
      keep(c, edge, begun.visit)
      return c.redirect(begun.url.href)
    },
  )
  addOpenRoute(
    api,
    {
      method: 'get',
      path: '/session/identity/callback',
      summary: '从统一身份认证返回，登录后转到工作台',
      query: z.looseObject({}),
      answer: 'redirect',
    },
    async (_, c) => {
      const visit = taken(c)
      if (!edge.identity || !visit) return back(c, 'identity.over')
      const from = clientAddress(c, edge.trustedProxies)
      const often = await tooOften(c, edge, 'sign-in', networkOf(from ?? ''))
      if (often) return often
      const cameTo = new URL(callback() + new URL(c.req.url).search)
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      const identity = await edge.identity.finish(cameTo, visit).catch((fault) => {
        edge.onFault(fault, 'identity')
      })
      if (identity === undefined) return back(c, 'identity.away')
      if (identity === null) return back(c, 'identity.over')
      const where = { address: from, agent: agentOf(c) }
      const signedIn = await signInByIdentity(ready.value, identity, where)
      if (!signedIn.ok) return back(c, signedIn.refusal.code)
      await entered(c, edge, ready.value, signedIn.value)
      return c.redirect('/console')
    },
  )
}

/** To the page that asks for the sign-in, which says why it did not come to it. */
function back(c: Context, code: 'identity.away' | 'identity.over' | 'identity.unknown'): Response {
  return c.redirect(`/console?refused=${code}`)
}

/** What must come back is kept by the browser that is sent: another cannot be made to sign in by it. */
function keep(c: Context, edge: Edge, visit: Visit): void {
  const secure = edge.publicUrl().startsWith('https:')
  setCookie(c, COOKIE, JSON.stringify(visit), {
    ...{ path: PATH, httpOnly: true, sameSite: 'Lax', secure, maxAge: LASTS_SECONDS },
  })
}

const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })

function taken(c: Context): Visit | null {
  const text = getCookie(c, COOKIE)
  deleteCookie(c, COOKIE, { path: PATH })
  try {
    return Kept.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}
