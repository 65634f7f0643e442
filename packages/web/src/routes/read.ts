import { LIMITS, type Pool } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import type { Env } from '../http/answers.js'
import { answerJob, JOB_REFUSED, type Taken } from './run-job.js'
import { Check, Report } from './schemas.js'

// As with JSON, no validator is made of it: a form of 50 MB takes the better part of a second to parse.
const form = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
} as const

// Multipart adds its own lines to the file.
const FORM_BODY: Taken = {
  mediaType: /^multipart\/form-data\s*;/i,
  limit: LIMITS.fileBytes + 100_000,
  isFile: true,
}

const route = createRoute({
  method: 'post',
  path: '/reports/read',
  summary: '读取一份报告并核对',
  description:
    '一次一份文件；文件只在本次请求中使用，不作保存。本工具的 JSON 带回其更正和忽略记录。',
  request: {
    body: { required: true, content: { 'multipart/form-data': { schema: form as object } } },
  },
  middleware: onlyQuery(),
  responses: {
    200: {
      description: '读出的报告和核对结果',
      content: { 'application/json': { schema: z.object({ report: Report, check: Check }) } },
    },
    ...JOB_REFUSED,
  },
})

/** `POST /reports/read`: bytes in, the reading and its findings out; the bytes are gone with the answer. */
export function addRead(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, (c) => {
    const mediaType = c.req.header('content-type') ?? ''
    return answerJob(c, pool, FORM_BODY, (body) => ({ kind: 'upload', body, mediaType }))
  })
}
