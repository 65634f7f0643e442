import { type Pool, REPORT_FORMATS, type ReportFormat } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import { type Env, FILE } from '../http/answers.js'
import { answerJob, JOB_REFUSED, JSON_BODY, jsonBody } from './run-job.js'

const FORMATS = Object.keys(REPORT_FORMATS) as [ReportFormat, ...ReportFormat[]]

const WriteQuery = z.object({ to: z.enum(FORMATS) })

const route = createRoute({
  method: 'post',
  path: '/reports/write',
  summary: '把报告写成文件',
  description:
    '更正计入各种格式；JSON 把读出的内容与更正、忽略记录分开保存。应当告知使用者的事项在 Gongkai-Notes 头中（百分号编码，每行一项）。',
  request: { query: WriteQuery, body: jsonBody('write') },
  middleware: onlyQuery(WriteQuery),
  responses: { 200: FILE, ...JOB_REFUSED },
})

/** `POST /reports/write?to=`: a report as a file of that format. */
export function addWrite(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, (c) => {
    const { to } = c.req.valid('query')
    return answerJob(c, pool, JSON_BODY, (body) => ({ kind: 'write', body, to }))
  })
}
