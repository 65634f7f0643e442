import type { Pool } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import { type Env, FILE } from '../http/answers.js'
import { answerJob, JOB_REFUSED, JSON_BODY, jsonBody } from './run-job.js'

const FindingsQuery = z.object({ to: z.enum(['xlsx', 'html']) })

const findingsRoute = createRoute({
  method: 'post',
  path: '/reports/findings',
  summary: '发现清单：Excel 或可打印的网页',
  request: { query: FindingsQuery, body: jsonBody('findings') },
  middleware: onlyQuery(FindingsQuery),
  responses: { 200: FILE, ...JOB_REFUSED },
})

const overviewRoute = createRoute({
  method: 'post',
  path: '/reports/overview',
  summary: '全部报告的总表（Excel）',
  request: { body: jsonBody('overview') },
  middleware: onlyQuery(),
  responses: { 200: FILE, ...JOB_REFUSED },
})

/** `POST /reports/findings` and `POST /reports/overview`: what was found, as lists to work through. */
export function addLists(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(findingsRoute, (c) => {
    const { to } = c.req.valid('query')
    return answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'findings', body, to }))
  })
  api.openapi(overviewRoute, (c) =>
    answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'overview', body })),
  )
}
