import { confirmTimeCodes, endTimeCodes, startTimeCodes } from '@gongkai/app'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addPersonalRoute } from '../edge/add-route.js'
import type { Edge } from '../edge/edge.js'
import type { Env } from '../http/answers.js'
import { OwnPassword, TimeCodeRequest, TimeCodes } from '../schemas/session.js'

/** `/time-codes`: the second proof at sign-in. */
export function addTimeCodes(api: OpenAPIHono<Env>, edge: Edge): void {
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/time-codes',
      summary: '开始设置动态验证码',
      body: OwnPassword,
      answer: TimeCodes,
    },
    ({ platform, actor }, { body }) => startTimeCodes(platform, actor, body),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'post',
      path: '/time-codes/confirm',
      summary: '用第一个验证码启用',
      body: TimeCodeRequest,
      answer: null,
    },
    ({ platform, actor }, { body }) => confirmTimeCodes(platform, actor, body),
  )
  addPersonalRoute(
    api,
    edge,
    {
      method: 'delete',
      path: '/time-codes',
      summary: '停用动态验证码',
      body: OwnPassword,
      answer: null,
    },
    ({ platform, actor }, { body }) => endTimeCodes(platform, actor, body),
  )
}
