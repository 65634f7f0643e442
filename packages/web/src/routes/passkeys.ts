import {
  addPasskey,
  askForPasskey,
  listPasskeys,
  type RelyingParty,
  relyingPartyOf,
  removePasskey,
  signInByPasskey,
  startPasskey,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addOpenRoute, addPersonalRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  OwnPasskey,
  PasskeyMade,
  PasskeyOptions,
  PasskeyRequest,
  PasskeySignIn,
} from '../schemas/passkeys.js'
import { Me, OwnPassword } from '../schemas/session.js'
import { agentOf, entered } from './session.js'

/** `/passkeys` and `/session/passkey`: signing in by what a device keeps, without a password. */
export function addPasskeys(api: OpenAPIHono<Env>, edge: Edge): void {
  const party = () => relyingPartyOf(edge.publicUrl())
  addMaking(api, edge, party)
  addOwn(api, edge)
  addEntering(api, edge, party)
}

function addMaking(api: OpenAPIHono<Env>, edge: Edge, party: () => RelyingParty): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/passkeys/options',
      summary: '开始添加通行密钥',
      body: OwnPassword,
      answer: PasskeyOptions,
    },
    async ({ platform, actor }, { body }) => {
      const made = await startPasskey(platform, actor, body, party())
      return made.ok ? ok({ ...made.value }) : made
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/passkeys',
      summary: '添加浏览器生成的通行密钥',
      body: PasskeyRequest,
      status: 201,
      answer: PasskeyMade,
    },
    ({ platform, actor }, { body }) =>
      addPasskey(platform, actor, body as Parameters<typeof addPasskey>[2], party()),
  )
}

function addOwn(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/passkeys',
      summary: '本人的通行密钥',
      answer: z.array(OwnPasskey).readonly(),
    },
    async ({ platform, actor }) => {
      const listed = await listPasskeys(platform, actor)
      if (!listed.ok) return listed
      return ok(
        listed.value.map((one) => ({
          ...one,
          madeAt: one.madeAt.toISOString(),
          usedAt: one.usedAt?.toISOString() ?? null,
        })),
      )
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'delete',
      path: '/passkeys/{id}',
      summary: '删除本人的一个通行密钥',
      params: z.object({ id: Id }),
      answer: null,
    },
    ({ platform, actor }, { params: { id } }) => removePasskey(platform, actor, { passkeyId: id }),
  )
}

function addEntering(api: OpenAPIHono<Env>, edge: Edge, party: () => RelyingParty): void {
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/session/passkey/options',
      summary: '开始用通行密钥登录',
      answer: PasskeyOptions,
    },
    async (_, c) => {
      const address = networkOf(clientAddress(c, edge.trustedProxies) ?? '')
      const often = await tooOften(c, edge, 'way-in', address)
      if (often) return often
      const ready = await edge.ground.platform()
      return ready.ok ? ok({ ...(await askForPasskey(ready.value, party())) }) : ready
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/session/passkey',
      summary: '用通行密钥登录',
      description: '无论哪一项不对，答复都与用密码登录未成功时一样（422 sign-in.failed）。',
      body: PasskeySignIn,
      answer: Me,
    },
    async ({ body }, c) => {
      const address = clientAddress(c, edge.trustedProxies)
      const often = await tooOften(c, edge, 'sign-in', networkOf(address ?? ''))
      if (often) return often
      const ready = await edge.ground.platform()
      if (!ready.ok) return ready
      const response = body.response as Parameters<typeof signInByPasskey>[1]
      const where = { address, agent: agentOf(c) }
      const signedIn = await signInByPasskey(ready.value, response, party(), where)
      return signedIn.ok ? ok(await entered(c, edge, ready.value, signedIn.value)) : signedIn
    },
  )
}
