import { endSession, listSessions } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addPersonalRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { dropSession } from '../edge/session-cookie.js'
import type { Env } from '../http/answers.js'
import { Ended, OwnSession, SessionParams } from '../schemas/session.js'

/** `/sessions`: where one is signed in, and signing out there. */
export function addOwnSessions(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/sessions',
      summary: '本人的全部登录',
      answer: z.array(OwnSession).readonly(),
    },
    async ({ platform, actor, sessionId }) => {
      const listed = await listSessions(platform, actor)
      if (!listed.ok) return listed
      return ok(
        listed.value.map((one) => ({
          ...one,
          isThis: one.id === sessionId,
          createdAt: one.createdAt.toISOString(),
          seenAt: one.seenAt.toISOString(),
          expiresAt: one.expiresAt.toISOString(),
        })),
      )
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'delete',
      path: '/sessions/{id}',
      summary: '退出本人的一个登录',
      params: SessionParams,
      answer: null,
    },
    async ({ platform, actor, sessionId }, { params }, c) => {
      if (params.id === sessionId) dropSession(c, edge)
      return endSession(platform, actor, { sessionId: params.id })
    },
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'delete',
      path: '/sessions',
      summary: '退出本人的其他全部登录，本次登录除外',
      answer: Ended,
    },
    async ({ platform, actor, sessionId }) => {
      const listed = await listSessions(platform, actor)
      if (!listed.ok) return listed
      let ended = 0
      for (const { id } of listed.value) {
        if (id === sessionId) continue
        const one = await endSession(platform, actor, { sessionId: id })
        if (one.ok) ended += 1
      }
      return ok({ ended })
    },
  )
}
