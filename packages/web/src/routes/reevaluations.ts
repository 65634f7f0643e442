import { listReevaluations, readReevaluation, recordReevaluation } from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  RecordReevaluation,
  ReevaluationOfRequest,
  ReevaluationPage,
  ReevaluationQuery,
} from '../schemas/reevaluation.js'

const params = z.object({ id: Id })
const path = '/requests/{id}/reevaluation'

/** `/reevaluations`, `/requests/{id}/reevaluation`: what was refused is looked at again (第十八条). */
export function addReevaluations(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reevaluations',
      summary: '一个机关不予公开的信息的定期评估台账和各队列的件数',
      query: ReevaluationQuery,
      answer: ReevaluationPage,
    },
    async ({ platform, actor }, { query: { after = null, ...query } }) =>
      sent(await listReevaluations(platform, actor, { ...query, after })),
  )
  addStaffRoute(
    api,
    edge,
    { method: 'get', path, summary: '一件申请的定期评估', params, answer: ReevaluationOfRequest },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await readReevaluation(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...{ method: 'post', path, params, body: RecordReevaluation },
      summary: '登记评估结果，或者另定评估的日期',
      answer: null,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      recordReevaluation(platform, actor, { requestId: id, ...body }),
  )
}
