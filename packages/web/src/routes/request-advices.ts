import { listAdvices, recordAdvice, strikeAdvice } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { RecordAdviceRequest, RequestAdvices } from '../schemas/request-advices.js'
import { RequestFile, StrikeRequest } from '../schemas/requests.js'

const params = z.object({ id: Id })

/** `/requests/{id}/advices`: which other authority the applicant should ask. */
export function addRequestAdvices(api: OpenAPIHono<Env>, edge: Edge): void {
  const path = '/requests/{id}/advices'
  addStaffRoute(
    api,
    edge,
    {
      ...{ method: 'get', path, params, answer: RequestAdvices },
      summary: '一件申请应当向哪个机关提出的登记',
    },
    async ({ platform, actor }, { params: { id } }) => sent(await listAdvices(platform, actor, id)),
  )
  const versioned = { method: 'post', isVersioned: true, answer: RequestFile } as const
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path, params, body: RecordAdviceRequest },
      summary: '登记应当向其他机关申请，以及是否告知申请人、申请人的意见；撤回的同时办结',
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await recordAdvice(platform, actor, { requestId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: `${path}/{adviceId}/strike`, body: StrikeRequest },
      params: params.extend({ adviceId: Id }),
      summary: '更正登记错的，留下原因',
    },
    async ({ platform, actor }, { params: { id, adviceId }, version, body: { reason } }) =>
      sent(await strikeAdvice(platform, actor, { requestId: id, version, adviceId, reason })),
  )
}
