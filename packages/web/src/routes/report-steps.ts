import {
  acceptReport,
  closeReport,
  correctPublished,
  type Pool,
  publishReport,
  reopenReport,
  returnReport,
  submitReport,
  withdrawPublished,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  CloseRequest,
  PublicReason,
  PublishRequest,
  ReopenRequest,
  ReturnRequest,
} from '../schemas/report-commands.js'
import { ReportFile } from '../schemas/report-file.js'

const common = {
  method: 'post',
  params: z.object({ id: Id }),
  isVersioned: true,
  answer: ReportFile,
} as const

/** `/reports/{id}/…`: the steps of a report on its way to the public. What must be checked first is checked in the converters of the pool. */
export function addReportSteps(api: OpenAPIHono<Env>, edge: Edge, pool: Pool): void {
  addStaffRoute(
    api,
    edge,
    { ...common, path: '/reports/{id}/submit', summary: '报送' },
    ({ platform, actor }, { params: { id: reportId }, version }) =>
      submitReport(platform, actor, { reportId, version }, pool.checkSaved),
  )
  addStaffRoute(
    api,
    edge,
    { ...common, path: '/reports/{id}/accept', summary: '接收' },
    ({ platform, actor }, { params: { id: reportId }, version }) =>
      acceptReport(platform, actor, { reportId, version }),
  )
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
  const reasoned = { ...common, body: PublicReason }
  addStaffRoute(
    api,
    edge,
    { ...reasoned, path: '/reports/{id}/correct', summary: '更正公布' },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      correctPublished(platform, actor, { reportId, version, ...body }, pool.checkSaved),
  )
  addStaffRoute(
    api,
    edge,
    { ...reasoned, path: '/reports/{id}/withdraw', summary: '撤回' },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      withdrawPublished(platform, actor, { reportId, version, ...body }),
  )
  addEnds(api, edge)
}

/** The end of the duty of an authority that is dissolved. */
function addEnds(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...common, path: '/reports/{id}/close', body: CloseRequest },
      summary: '不再编制：编制机关已撤销的，写明理由和依据，不再要求编制',
    },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      closeReport(platform, actor, { reportId, version, ...body }),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ ...common, path: '/reports/{id}/reopen', body: ReopenRequest },
      summary: '恢复编制：不再编制的，从原处继续',
    },
    ({ platform, actor }, { params: { id: reportId }, version, body }) =>
      reopenReport(platform, actor, { reportId, version, ...body }),
  )
}
