import {
  decideErasure,
  liftHold,
  placeHold,
  proposeErasure,
  readHold,
  readRetention,
} from '@gongkai/app'
import { ok } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { addStaffRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import { sent } from '../edge/sent.js'
import type { Env } from '../http/answers.js'
import { Id } from '../schemas/parts.js'
import {
  DecideErasure,
  ErasureAnswer,
  HoldAnswer,
  HoldChange,
  ProposeErasure,
  Retention,
  RetentionQuery,
} from '../schemas/retention.js'

const params = z.object({ id: Id })

/** `/requests/retention`, `/erasures`, `/requests/{id}/hold`: how long what is personal is kept, and its erasure. */
export function addRetention(api: OpenAPIHono<Env>, edge: Edge): void {
  addStaffRoute(
    api,
    edge,
    {
      method: 'get',
      path: '/requests/retention',
      summary: '申请中个人信息的保存期限、到期情况和清除的决定',
      query: RetentionQuery,
      answer: Retention,
    },
    async ({ platform, actor }, { query: { authorityId } }) =>
      sent(await readRetention(platform, actor, authorityId)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/erasures',
      summary: '提请清除到期的个人信息',
      body: ProposeErasure,
      status: 201,
      answer: ErasureAnswer,
    },
    async ({ platform, actor }, { body }) => sent(await proposeErasure(platform, actor, body)),
  )
  addStaffRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/erasures/{id}/decision',
      summary: '批准或者不批准清除；不能由提请的人决定',
      params,
      body: DecideErasure,
      answer: ErasureAnswer,
    },
    async ({ platform, actor }, { params: { id }, body }) =>
      sent(await decideErasure(platform, actor, { erasureId: id, ...body })),
  )
  addHolds(api, edge)
}

function addHolds(api: OpenAPIHono<Env>, edge: Edge): void {
  const hold = { params, answer: HoldAnswer } as const
  addStaffRoute(
    api,
    edge,
    { ...hold, method: 'get', path: '/requests/{id}/hold', summary: '一件申请是否保全' },
    async ({ platform, actor }, { params: { id } }) => {
      const found = sent(await readHold(platform, actor, id))
      return found.ok ? ok({ hold: found.value }) : found
    },
  )
  const ways = [
    ['hold', '保全一件申请：其个人信息不清除', placeHold],
    ['hold/lift', '解除保全', liftHold],
  ] as const
  for (const [path, summary, change] of ways) {
    addStaffRoute(
      api,
      edge,
      { ...hold, method: 'post', path: `/requests/{id}/${path}`, summary, body: HoldChange },
      async ({ platform, actor }, { params: { id }, body: { reason } }) => {
        const changed = sent(await change(platform, actor, { requestId: id, reason }))
        return changed.ok ? ok({ hold: changed.value }) : changed
      },
    )
  }
}
