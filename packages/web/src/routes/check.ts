import type { Pool } from '@gongkai/app'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import type { Env } from '../http/answers.js'
import { answerJob, JOB_REFUSED, JSON_BODY, jsonBody } from './run-job.js'
import { Check } from './schemas.js'

const route = createRoute({
  method: 'post',
  path: '/reports/check',
  summary: '核对一份报告及其更正',
  request: { body: jsonBody('check') },
  middleware: onlyQuery(),
  responses: {
    200: { description: '核对结果', content: { 'application/json': { schema: Check } } },
    ...JOB_REFUSED,
  },
})

/** `POST /reports/check`: a reading with its corrections, and what it is held against, in; findings out. */
export function addCheck(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, (c) => answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'check', body })))
}
