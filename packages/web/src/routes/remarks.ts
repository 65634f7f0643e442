import { answerRemark, leaveRemark, waiveFinding } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { AnswerRequest, RemarkRequest, WaiveRequest } from '../schemas/report-commands.js'
import { ReportCheck, ReviewRemark } from '../schemas/report-file.js'

const params = z.object({ id: Id })

/** What is said of a report: waivers with their reasons, remarks and answers. A waiver and an answer stand once: no version goes with them. */
export function addRemarks(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/waivers',
      summary: '说明理由，保留一条检查发现',
      params,
      body: WaiveRequest,
      answer: ReportCheck,
    },
    async ({ platform, actor }, { params: { id }, body: { reason, ...key } }) =>
      sent(await waiveFinding(platform, actor, { reportId: id, key, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/reports/{id}/remarks',
      summary: '对已报送的报告提出意见',
      params,
      body: RemarkRequest,
      isVersioned: true,
      status: 201,
      answer: ReviewRemark,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await leaveRemark(platform, actor, { reportId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/remarks/{id}/answer',
      summary: '答复一条意见',
      params,
      body: AnswerRequest,
      answer: ReviewRemark,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await answerRemark(platform, actor, { remarkId: id, ...body })),
  )
}
