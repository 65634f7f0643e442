import {
  addInstance,
  answerRemedy,
  correctRemedy,
  decideRemedy,
  listRemedies,
  readRemedy,
  recordRedone,
  registerRemedy,
  strikeRemedy,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  CorrectRemedy,
  InstanceRequest,
  RedoneRequest,
  RegisterRemedy,
  RemediesPage,
  RemediesQuery,
  Remedy,
  RemedyAnswer,
  RemedyDecision,
  StrikeRemedy,
} from '../schemas/remedies.js'

const params = z.object({ id: Id })

/** `/remedies`: reconsiderations, suits and complaints. */
export function addRemedies(api: OpenAPIHono<Env>, edge: Edge): void {
  addRegister(api, edge)
  addReading(api, edge)
  addHandling(api, edge)
  addCorrecting(api, edge)
}

function addRegister(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/remedies',
      summary: '一个机关的行政复议、行政诉讼、投诉举报台账',
      query: RemediesQuery,
      answer: RemediesPage,
    },
    async ({ platform, actor }, { query: { requestId, kind, result, after, ...query } }) => {
      const narrowed = { requestId: requestId ?? null, kind: kind ?? null, result: result ?? null }
      const wanted = { ...query, ...narrowed, after: after ?? null }
      return sent(await listRemedies(platform, actor, wanted))
    },
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/remedies',
      summary: '登记行政复议、行政诉讼；投诉举报由主管部门登记',
      body: RegisterRemedy,
      status: 201,
      answer: Remedy,
      versionOf: ({ version }) => version,
    },
    async ({ platform, actor }, { body }) => sent(await registerRemedy(platform, actor, body)),
  )
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/remedies/{id}',
      summary: '一件行政复议、行政诉讼或者投诉举报',
      params,
      answer: Remedy,
      versionOf: ({ version }) => version,
    },
    async ({ platform, actor }, { params: { id } }) => sent(await readRemedy(platform, actor, id)),
  )
}

const versioned = { method: 'post', params, isVersioned: true, answer: Remedy } as const

function addHandling(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/answer',
      summary: '登记提出答复、提交证据的日期',
      body: RemedyAnswer,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await answerRemedy(platform, actor, { remedyId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/decision',
      summary: '登记复议决定、裁判或者处理结果',
      body: RemedyDecision,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await decideRemedy(platform, actor, { remedyId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/instances',
      summary: '登记下一审级',
      body: InstanceRequest,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await addInstance(platform, actor, { remedyId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/redone',
      summary: '登记重新作出的答复',
      body: RedoneRequest,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await recordRedone(platform, actor, { remedyId: id, version, ...body })),
  )
}

function addCorrecting(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/correct',
      summary: '更正登记，留下原因',
      body: CorrectRemedy,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await correctRemedy(platform, actor, { remedyId: id, version, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...versioned,
      path: '/remedies/{id}/strike',
      summary: '去除登记错误的一件，留下原因',
      body: StrikeRemedy,
    },
    async ({ platform, actor }, { params: { id }, version, body }) =>
      sent(await strikeRemedy(platform, actor, { remedyId: id, version, ...body })),
  )
}
