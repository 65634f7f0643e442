import {
  acceptReport,
  correctPublished,
  publishReport,
  returnReport,
  submitReport,
  withdrawPublished,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { PublicReason, PublishRequest, ReportFile, ReturnRequest } from '../schemas/report-file.js'

const common = {
  method: 'post',
  params: z.object({ id: Id }),
  isVersioned: true,
  answer: ReportFile,
} as const

/** `/reports/{id}/…`: the steps of a report on its way to the public. */
export function addReportSteps(api: OpenAPIHono<Env>, edge: Edge): void {
  const plain = [
    ['submit', '报送', submitReport],
    ['accept', '接收', acceptReport],
  ] as const
  for (const [name, summary, step] of plain) {
    addStaffRoute(
      api,
      edge,
      { ...common, path: `/reports/{id}/${name}`, summary },
      ({ platform, actor }, { params: { id: reportId }, version }) =>
        step(platform, actor, { reportId, version }),
    )
  }
  addStaffRoute(
    api,
    edge,
    { ...common, path: '/reports/{id}/return', summary: '退回，附意见', body: ReturnRequest },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      returnReport(platform, actor, { reportId, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    { ...common, path: '/reports/{id}/publish', summary: '公布', body: PublishRequest },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      publishReport(platform, actor, { reportId, version, ...body }),
  )
  const reasoned = [
    ['correct', '更正公布', correctPublished],
    ['withdraw', '撤回', withdrawPublished],
  ] as const
  for (const [name, summary, step] of reasoned) {
    addStaffRoute(
      api,
      edge,
      { ...common, path: `/reports/{id}/${name}`, summary, body: PublicReason },
      ({ platform, actor }, { params: { id: reportId }, version, body }) =>
        step(platform, actor, { reportId, version, ...body }),
    )
  }
}
