import {
  confirmReceipt,
  countOwnRecords,
  countRequests,
  listCounted,
  listRequests,
  readLedger,
  readRequest,
  readYearEnd,
  recordStep,
  registerRequest,
  renewSecret,
  searchRequests,
  strikeStep,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import { defined } from '../edge/defined.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  CountedQuery,
  CountQuery,
  OwnRecordCounts,
  OwnRecordsQuery,
  RequestCounts,
  YearEnd,
  YearEndQuery,
} from '../schemas/request-counts.js'
import { Ledger, LedgerQuery } from '../schemas/request-ledger.js'
import { RequestsQuery, SearchRequest } from '../schemas/request-lists.js'
import {
  ReceiptRequest,
  Registered,
  RegisterRequest,
  RenewRequest,
  RequestFile,
  RequestsPage,
  RequestView,
  StepRequest,
  StrikeRequest,
} from '../schemas/requests.js'
import { addRequestCorrections } from './request-corrections.js'

const params = z.object({ id: Id })

/** `/requests`: the register of requests for information, their steps and their days. */
export function addRequests(api: OpenAPIHono<Env>, edge: Edge): void {
  addRegister(api, edge)
  addCounts(api, edge)
  addSearch(api, edge)
  addReading(api, edge)
  addHandling(api, edge)
  addRequestCorrections(api, edge)
}

function addRegister(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests',
      summary: '一个机关的申请：待办按最近的日期，台账按登记的先后',
      query: RequestsQuery,
      answer: RequestsPage,
    },
    async (
      { platform, actor },
      { query: { handlerId = null, section = null, after = null, ...query } },
    ) => sent(await listRequests(platform, actor, { ...query, handlerId, section, after })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests',
      summary: '登记当面、邮寄、传真、电子邮件等渠道的申请',
      body: RegisterRequest,
      status: 201,
      answer: Registered,
      versionOf: ({ request }) => request.version,
    },
    async ({ platform, actor }, { body }) =>
      sent(await registerRequest(platform, actor, { ...body, files: [] })),
  )
}

function addCounts(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/counts',
      summary: '由台账统计的收到和处理申请情况表',
      query: CountQuery,
      answer: RequestCounts,
    },
    async ({ platform, actor }, { query }) => {
      const counted = await countRequests(platform, actor, query)
      return counted.ok ? ok({ cells: counted.value }) : counted
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/own-records',
      summary: '更正与自身相关的政府信息记录的申请：收到多少，结果怎样；不计入统计表',
      query: OwnRecordsQuery,
      answer: OwnRecordCounts,
    },
    async ({ platform, actor }, { query }) => countOwnRecords(platform, actor, query),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/counted',
      summary: '统计表中一个数字所统计的申请',
      query: CountedQuery,
      answer: RequestsPage,
    },
    async ({ platform, actor }, { query: { after = null, ...query } }) =>
      sent(await listCounted(platform, actor, { ...query, after })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/year-end',
      summary: '未办结的申请中年内到期的、年底将结转的',
      query: YearEndQuery,
      answer: YearEnd,
    },
    async ({ platform, actor }, { query: { authorityId } }) =>
      sent(await readYearEnd(platform, actor, authorityId)),
  )
}

function addSearch(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/requests/search',
      summary: '查找申请：按内容、名称、文号、申请编号或者申请人姓名',
      description: '所查的可能是姓名，因此不写在网址中。',
      body: SearchRequest,
      answer: RequestsPage,
    },
    async ({ platform, actor }, { body }) => sent(await searchRequests(platform, actor, body)),
  )
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}',
      summary: '一件申请，连同办理步骤和后续日期',
      params,
      answer: RequestView,
      versionOf: ({ request }) => request.version,
    },
    async ({ platform, actor }, { params: { id } }) => sent(await readRequest(platform, actor, id)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/ledger',
      summary: '逐日台账：自收到之日起的每一天及其理由',
      description: '带 asOf 的，为该日终了时的情况。',
      params,
      query: LedgerQuery,
      answer: Ledger,
    },
    async ({ platform, actor }, { params: { id }, query: { asOf = null } }) => {
      const days = await readLedger(platform, actor, { requestId: id, asOf })
      return days.ok ? ok({ days: days.value }) : days
    },
  )
}

function addHandling(api: OpenAPIHono<Env>, edge: Edge): void {
  const versioned = { method: 'post', params, isVersioned: true, answer: RequestFile } as const
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/requests/{id}/receipt',
      summary: '确认收到申请并告知申请人',
      body: ReceiptRequest,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await confirmReceipt(platform, actor, { requestId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/requests/{id}/steps',
      summary: '登记一个影响期限的办理步骤',
      body: StepRequest,
    },
    async ({ platform, actor }, { params: { id }, version, body: { step, note } }) =>
      sent(
        await recordStep(platform, actor, { requestId: id, version, step: defined(step), note }),
      ),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/requests/{id}/steps/{no}/strike',
      summary: '更正登记错的办理步骤，留下原因',
      params: params.extend({ no: z.coerce.number().int().min(1).max(10_000) }),
      body: StrikeRequest,
    },
    async ({ platform, actor }, { params: { id, no }, version, body: { reason } }) =>
      sent(await strikeStep(platform, actor, { requestId: id, version, no, reason })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/requests/{id}/secret',
      summary: '补发查询密码：核验身份证明后，原密码作废',
      body: RenewRequest,
      answer: Registered,
      versionOf: ({ request }) => request.version,
    },
    async ({ platform, actor }, { params: { id }, version, body: { proof } }) =>
      sent(await renewSecret(platform, actor, { requestId: id, version, proof })),
  )
}
