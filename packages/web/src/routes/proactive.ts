import {
  decideProactive,
  listProactive,
  proposeProactive,
  readProactive,
  recordPublication,
} from '@gongkai/app'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  DecideProactive,
  ProactiveOfRequest,
  ProactivePage,
  ProactiveProposal,
  ProactiveQuery,
  ProposeProactive,
  RecordPublication,
} from '../schemas/proactive.js'

const params = z.object({ id: Id })

/** `/requests/{id}/proactive`, `/proactive`: what was given on request becomes public to everybody (第四十四条). */
export function addProactive(api: OpenAPIHono<Env>, edge: Edge): void {
  addReading(api, edge)
  const changed = { method: 'post', params, answer: ProactiveProposal } as const
  addStaffRoute(
    api,
    edge,
    {
      ...changed,
      path: '/requests/{id}/proactive',
      summary: '提请转为主动公开，或者登记申请人的建议',
      body: ProposeProactive,
      status: 201,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await proposeProactive(platform, actor, { requestId: id, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...changed,
      path: '/proactive/{id}/decision',
      summary: '审核转为主动公开的提请；不能由提请的人审核',
      body: DecideProactive,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await decideProactive(platform, actor, { proposalId: id, ...body })),
  )
  addStaffRoute(
    api,
    edge,
    {
      ...changed,
      path: '/proactive/{id}/publication',
      summary: '登记或者更正公布的日期、标题和位置',
      body: RecordPublication,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await recordPublication(platform, actor, { proposalId: id, ...body })),
  )
}

function addReading(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/proactive',
      summary: '一个机关依申请公开转主动公开的台账和各状态的项数',
      query: ProactiveQuery,
      answer: ProactivePage,
    },
    async ({ platform, actor }, { query: { after = null, ...query } }) =>
      sent(await listProactive(platform, actor, { ...query, after })),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/{id}/proactive',
      summary: '一件申请转主动公开的情况',
      params,
      answer: ProactiveOfRequest,
    },
    async ({ platform, actor }, { params: { id } }) =>
      sent(await readProactive(platform, actor, id)),
  )
}
