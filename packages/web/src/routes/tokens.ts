import { listTokens, makeToken, revokeToken, SCOPE_IDS, SCOPES, scopesToGive } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { ReasonRequest } from '../schemas/people.js'
import { ApiToken, ScopeLine, TokenMade, TokenRequest, TokensQuery } from '../schemas/tokens.js'

/** `/tokens`: what programs ask with, in the place of a person who signs in. */
export function addTokens(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/tokens/scopes',
      summary: '令牌可有的范围',
      description: '写明机关的，只列出本人为该机关制作令牌时可以给出的。',
      query: TokensQuery.partial(),
      answer: z.array(ScopeLine).readonly(),
    },
    async ({ actor }, { query: { authorityId } }) => {
      const ids = authorityId ? scopesToGive(actor.holdings, authorityId) : SCOPE_IDS
      return ok(ids.map((id) => ({ id, label: SCOPES[id].label })))
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/tokens',
      summary: '一个机关的接口令牌，新的在前',
      query: TokensQuery,
      answer: z.array(ApiToken).readonly(),
    },
    async ({ platform, actor }, { query }) => {
      const listed = await listTokens(platform, actor, query)
      if (!listed.ok) return listed
      return ok(
        listed.value.map((one) => ({
          ...one,
          madeAt: one.madeAt.toISOString(),
          expiresAt: one.expiresAt.toISOString(),
          usedAt: one.usedAt?.toISOString() ?? null,
          revokedAt: one.revokedAt?.toISOString() ?? null,
        })),
      )
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/tokens',
      summary: '制作接口令牌',
      description:
        '令牌只在这次答复中给出。程序以 Authorization: Bearer 使用；制作人不再是该机关的系统管理员时，令牌随之失效；编制、汇总的范围以制作人本人在该机关的职责为限，不再担任的，该范围随之失效。',
      body: TokenRequest,
      status: 201,
      answer: TokenMade,
    },
    async ({ platform, actor }, { body }) => {
      const made = await makeToken(platform, actor, body)
      return made.ok ? ok({ ...made.value, expiresAt: made.value.expiresAt.toISOString() }) : made
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/tokens/{id}/revoke',
      summary: '作废接口令牌，立即生效',
      params: z.object({ id: Id }),
      body: ReasonRequest,
      answer: null,
    },
    ({ platform, actor }, { params: { id }, body }) =>
      revokeToken(platform, actor, { tokenId: id, ...body }),
  )
}
