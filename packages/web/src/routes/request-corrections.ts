import {
  closeUnreceived,
  correctRequest,
  leaveUnpapered,
  previewCorrection,
  restoreRequest,
  strikeRequest,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { CorrectionMoves, CorrectionRequest } from '../schemas/request-corrections.js'
import { RequestFile, StrikeRequest } from '../schemas/requests.js'

const params = z.object({ id: Id })

/** What was registered of a request put right, set aside and taken up again. */
export function addRequestCorrections(api: OpenAPIHono<Env>, edge: Edge): void {
  const versioned = { method: 'post', params, isVersioned: true, answer: RequestFile } as const
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/correction/preview', body: CorrectionRequest },
      answer: CorrectionMoves,
      summary: '更正登记之前，查看收到之日、答复期限等随之怎样变动；不保存',
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      previewCorrection(platform, actor, { requestId: id, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/correction', body: CorrectionRequest },
      summary: '更正申请的登记，留下原因和更正前的内容；期限重新计算',
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await correctRequest(platform, actor, { requestId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/strike', body: StrikeRequest },
      summary: '划去登记有误、不作为申请的，保留编号，不计入统计',
    },
    async ({ platform, actor }, { params: { id }, version, body: { reason } }) =>
      sent(await strikeRequest(platform, actor, { requestId: id, version, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/not-received', body: StrikeRequest },
      summary: '待确认的不是申请，或者无法联系的，按未受理终结，不计入统计',
    },
    async ({ platform, actor }, { params: { id }, version, body: { reason } }) =>
      sent(await closeUnreceived(platform, actor, { requestId: id, version, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/restore', body: StrikeRequest },
      summary: '恢复划去、未受理的申请，期限重新计算',
    },
    async ({ platform, actor }, { params: { id }, version, body: { reason } }) =>
      sent(await restoreRequest(platform, actor, { requestId: id, version, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...versioned, path: '/requests/{id}/steps/{no}/unpapered', body: StrikeRequest },
      params: params.extend({ no: z.coerce.number().int().min(1).max(10_000) }),
      summary: '注明一个应当告知申请人的步骤为什么不发文书',
    },
    async ({ platform, actor }, { params: { id, no }, version, body: { reason } }) =>
      sent(await leaveUnpapered(platform, actor, { requestId: id, version, no, reason })),
  )
}
