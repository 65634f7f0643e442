import { compareWithRegister, countRemedies, listCountedRemedies } from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import { RegisterComparison, RemediesPage } from '../schemas/remedies.js'
import { CountedQuery, CountQuery, RequestCounts } from '../schemas/request-counts.js'

const params = z.object({ id: Id })

/** What Table 4 counts of the register, and what differs from the register in a report. */
export function addRemedyCounts(api: OpenAPIHono<Env>, edge: Edge): void {
  addCounts(api, edge)
  addComparison(api, edge)
}

function addCounts(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/remedies/counts',
      summary: '由台账统计的行政复议、行政诉讼情况表',
      query: CountQuery,
      answer: RequestCounts,
    },
    async ({ platform, actor }, { query }) => {
      const counted = await countRemedies(platform, actor, query)
      return counted.ok ? ok({ cells: counted.value }) : counted
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/remedies/counted',
      summary: '统计表中一个数字所统计的行政复议、行政诉讼',
      query: CountedQuery,
      answer: RemediesPage,
    },
    async ({ platform, actor }, { query: { after = null, ...query } }) =>
      sent(await listCountedRemedies(platform, actor, { ...query, after })),
  )
}

function addComparison(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/reports/{id}/register',
      summary: '报告中与台账不一致的数字',
      params,
      answer: RegisterComparison,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await compareWithRegister(platform, actor, id)),
  )
}
