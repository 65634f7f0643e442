import type { MergedFiles, Pool } from '@gongkai/app'
import type { Comparison } from '@gongkai/report'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import type { Env } from '../http/answers.js'
import { answerJob, JOB_REFUSED, JSON_BODY, jsonBody } from './run-job.js'

const compareRoute = createRoute({
  method: 'post',
  path: '/reports/compare',
  summary: '比较两份报告：数据和逐段文字',
  request: { body: jsonBody('compare') },
  middleware: onlyQuery(),
  responses: {
    200: {
      description: '差异',
      content: {
        'application/json': {
          schema: z.custom<Comparison>().openapi('Comparison', { type: 'object' }),
        },
      },
    },
    ...JOB_REFUSED,
  },
})

const mergeRoute = createRoute({
  method: 'post',
  path: '/reports/merge',
  summary: '汇总下级单位的报告，可与本级的报告核对',
  request: { body: jsonBody('merge') },
  middleware: onlyQuery(),
  responses: {
    200: {
      description: '合计及每格的来源、未计入的数据、与本级报告的差异',
      content: {
        'application/json': {
          schema: z.custom<MergedFiles>().openapi('Merged', { type: 'object' }),
        },
      },
    },
    ...JOB_REFUSED,
  },
})

/** `POST /reports/compare` and `POST /reports/merge`: what reports say together. */
export function addTogether(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(compareRoute, (c) =>
    answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'compare', body })),
  )
  api.openapi(mergeRoute, (c) => answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'merge', body })))
}
