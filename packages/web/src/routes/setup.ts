import { setUp } from '@gongkai/app'
import { ok } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { addOpenRoute } from '../edge/add-route.js'
import { clientAddress, networkOf } from '../edge/client-address.js'
import type { Edge } from '../edge/edge.js'
import { tooOften } from '../edge/limits.js'
import type { Env } from '../http/answers.js'
import { Me } from '../schemas/session.js'
import { SetUpRequest, SetUpState } from '../schemas/setup.js'
import { begin } from './session.js'

/** `/setup`: whether the installation waits to be set up, and the set-up itself, which signs in. */
export function addSetUp(api: OpenAPIHono<Env>, edge: Edge): void {
  const { ground } = edge
  addOpenRoute(
    api,
    { method: 'get', path: '/setup', summary: '是否需要设置', answer: SetUpState },
    async () => {
      const opened = ground.open()
      return opened.ok ? ok({ needed: (await opened.value.tenantId()) === null }) : opened
    },
  )
  addOpenRoute(
    api,
    {
      method: 'post',
      path: '/setup',
      summary: '设置：地区、主管机关、第一名系统管理员；完成后即为登录',
      body: SetUpRequest,
      answer: Me,
    },
    async ({ body }, c) => {
      const address = clientAddress(c, edge.trustedProxies)
      const often = tooOften(c, edge.limiter, 'set-up', networkOf(address ?? ''))
      if (often) return often
      const opened = ground.open()
      if (!opened.ok) return opened
      const founded = await setUp(opened.value.base, ground.code, body)
      if (!founded.ok) return founded
      const { login, password } = body.administrator
      const platform = { ...opened.value.base, tenantId: founded.value.tenantId }
      return begin(c, edge, platform, { login, password, code: null, address })
    },
  )
}
