import { handleApart, handleTogether, rejoinRequest, splitRequest } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { HandleTogetherRequest, SplitIntoParts, SplitParts } from '../schemas/request-joins.js'
import { RequestFile, StrikeRequest } from '../schemas/requests.js'

const params = z.object({ id: Id })

/** Requests that are handled together, and those that are split. */
export function addRequestJoins(api: OpenAPIHono<Env>, edge: Edge): void {
  const versioned = { method: 'post', params, isVersioned: true, answer: RequestFile } as const
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/together', body: HandleTogetherRequest },
      summary: '并入本机关的另一件申请办理；期限、答复、统计仍各计各的',
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await handleTogether(platform, actor, { requestId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/apart', body: StrikeRequest },
      summary: '解除并案，留下原因',
    },
    async ({ platform, actor }, { params: { id }, version, body: { reason } }) =>
      sent(await handleApart(platform, actor, { requestId: id, version, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/split', body: SplitIntoParts, answer: SplitParts },
      summary: '一件申请分为几件，各有编号和查询密码；收到之日、已登记的步骤照旧',
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await splitRequest(platform, actor, { requestId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/rejoin', body: StrikeRequest },
      summary: '撤销分案：分出的各件没有文书、步骤的，合并为原来的一件',
    },
    async ({ platform, actor }, { params: { id }, version, body: { reason } }) =>
      sent(await rejoinRequest(platform, actor, { requestId: id, version, reason })),
  )
}
