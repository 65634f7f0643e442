import { type Pool, REPORT_FORMATS, type ReportFormat, writeFile } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerFile, answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { Report } from './schemas.js'
import { takeReport } from './take-report.js'

const FORMATS = Object.keys(REPORT_FORMATS) as [ReportFormat, ...ReportFormat[]]

const route = createRoute({
  method: 'post',
  path: '/reports/write',
  summary: '把报告写成文件',
  description:
    '更正计入各种格式；JSON 把读出的内容与更正、忽略记录分开保存。应当告知使用者的事项在 Gongkai-Notes 头中（百分号编码，每行一项）。',
  request: {
    query: z.object({ to: z.enum(FORMATS) }),
    body: { required: true, content: { 'application/json': { schema: Report } } },
  },
  responses: {
    200: {
      description: '文件',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSED,
  },
})

/** `POST /reports/write?to=`: a report as a file of that format. */
export function addWrite(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, async (c) => {
    const { to } = c.req.valid('query')
    const taken = await takeReport(pool, c.req.valid('json'), 'report')
    if (!taken.ok) return answerRefusal(c, taken.refusal)
    const written = await writeFile(taken.value, to)
    if (!written.ok) return answerRefusal(c, written.refusal)
    const { bytes, mediaType, problems } = written.value
    const name = `${taken.value.file.replace(/\.[^.]+$/, '')}.${to}`
    return answerFile(
      c,
      bytes,
      mediaType,
      name,
      problems.map(({ message }) => message),
    )
  })
}
