import {
  listFees,
  readFeeBasis,
  readFeesOfRequest,
  recordFeePayment,
  refundFee,
  waiveFee,
} from '@gongkai/app'
import { feeSentence, ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import {
  FeeBasis,
  FeePayment,
  FeeRefund,
  FeesOfRequest,
  FeesPage,
  FeesQuery,
  FeeWaiver,
} from '../schemas/fees.js'
import { Id } from '../schemas/parts.js'
import { RequestFile } from '../schemas/requests.js'

const params = z.object({ id: Id })

/** `/fees`: 信息处理费 that was asked for, and what became of it. */
export function addFees(api: OpenAPIHono<Env>, edge: Edge): void {
  addReading(api, edge)
  addSettling(api, edge)
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/fees',
      summary: '一个机关一个期间的信息处理费台账和合计',
      query: FeesQuery,
      answer: FeesPage,
    },
    async ({ platform, actor }, { query: { after = null, ...query } }) => {
      const page = await listFees(platform, actor, { ...query, after })
      return page.ok ? ok({ ...page.value, sentence: feeSentence(page.value.totals) }) : page
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/fees',
      summary: '一件申请的信息处理费',
      params,
      answer: FeesOfRequest,
    },
    async ({ platform, actor }, { params: { id } }) => {
      const fees = await readFeesOfRequest(platform, actor, id)
      return fees.ok ? ok({ fees: fees.value }) : fees
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/fee-basis',
      summary: '按件计收的依据：该申请人当月在先的申请',
      params,
      answer: FeeBasis,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await readFeeBasis(platform, actor, id)),
  )
}

function addSettling(api: OpenAPIHono<Env>, edge: Edge): void {
  const settled = {
    method: 'post',
    isVersioned: true,
    params: z.object({ id: Id, letterId: Id }),
    answer: RequestFile,
  } as const
  const path = '/requests/{id}/fees/{letterId}'
  addStaffRoute(
    api,
    edge,
    { ...settled, path: `${path}/payment`, summary: '登记缴费', body: FeePayment },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      sent(await recordFeePayment(platform, actor, { requestId: id, letterId, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    { ...settled, path: `${path}/waiver`, summary: '免收，写明原因', body: FeeWaiver },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      sent(await waiveFee(platform, actor, { requestId: id, letterId, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    { ...settled, path: `${path}/refund`, summary: '登记退费，写明原因', body: FeeRefund },
    async ({ platform, actor }, { params: { id, letterId }, version, body }) =>
      sent(await refundFee(platform, actor, { requestId: id, letterId, version, ...body })),
  )
}
