import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import { CALLS } from '../edge/limits.js'
import { type Env, refusedWith } from '../http/answers.js'
import type { ApiCode } from '../http/refusals.js'
import { STATUSES } from '../http/statuses/statuses.js'
import { titleOf, typeOf } from '../http/titles.js'

const Problem = z
  .object({ code: z.string(), type: z.string(), status: z.number(), title: z.string() })
  .openapi('Problem')

const route = createRoute({
  method: 'get',
  path: '/problems',
  summary: '接口不予办理时的全部代码（RFC 9457 的 type 指向这里）',
  middleware: onlyQuery(),
  responses: {
    200: { description: '代码', content: { 'application/json': { schema: z.array(Problem) } } },
    ...refusedWith(400, 421, 429, 500),
  },
})

const documentRoute = {
  method: 'get',
  path: '/openapi.json',
  summary: '接口的说明（OpenAPI 3.1）',
  responses: {
    200: {
      description: '说明',
      content: { 'application/json': { schema: { type: 'object' as const } } },
    },
    ...refusedWith(400, 421, 429, 500),
  },
} as const

const CONVENTIONS = `不予办理的，答复 application/problem+json（RFC 9457）：detail 写明原因和办法，code 不变，全部代码见 /problems。
不认识的参数不予办理。带 ETag 的答复，办理时在 If-Match 中带回。
请求次数，一个地址每分钟${CALLS.address.most}次，一名登录的人员每分钟${CALLS.person.most}次，一个令牌每分钟${CALLS.token.most}次；RateLimit 头写明还剩多少，超过的答复 429，Retry-After 头写明须等候的秒数。`

/** What the API says of itself: its document, and the codes under which it refuses. */
export function addDescription(api: OpenAPIHono<Env>): void {
  const all = Object.entries(STATUSES) as [ApiCode, number][]
  const problems = all.map(([code, status]) => {
    return { code, type: typeOf(code), status, title: titleOf(code) }
  })
  api.openapi(route, (c) => c.json(problems, 200))
  api.openAPIRegistry.registerPath(documentRoute)
  api.use('/openapi.json', onlyQuery())
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: '公开：政府信息公开工作系统接口', version: '1', description: CONVENTIONS },
    servers: [{ url: '/api/v1' }],
  })
}
