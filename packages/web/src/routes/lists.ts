import {
  type CheckedFile,
  exportFindings,
  exportOverview,
  type Pool,
  REPORT_FORMATS,
} from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerFile, answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { GivenCheck, Report } from './schemas.js'
import { takeReport } from './take-report.js'

const file = {
  description: '文件',
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
}

const findingsRoute = createRoute({
  method: 'post',
  path: '/reports/findings',
  summary: '发现清单：Excel 或可打印的网页',
  request: {
    query: z.object({ to: z.enum(['xlsx', 'html']) }),
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ results: z.array(GivenCheck) }) } },
    },
  },
  responses: { 200: file, ...REFUSED },
})

const overviewRoute = createRoute({
  method: 'post',
  path: '/reports/overview',
  summary: '全部报告的总表（Excel）',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            files: z.array(
              z.discriminatedUnion('ok', [
                z.object({ ok: z.literal(true), report: Report, result: GivenCheck }),
                z.object({
                  ok: z.literal(false),
                  file: z.string(),
                  refusal: z.object({ message: z.string() }),
                }),
              ]),
            ),
          }),
        },
      },
    },
  },
  responses: { 200: file, ...REFUSED },
})

/** `POST /reports/findings` and `POST /reports/overview`: what was found, as lists to work through. */
export function addLists(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(findingsRoute, async (c) => {
    const { to } = c.req.valid('query')
    const bytes = await exportFindings(c.req.valid('json').results, to)
    return answerFile(c, bytes, REPORT_FORMATS[to], `发现清单.${to}`)
  })
  api.openapi(overviewRoute, async (c) => {
    const files: CheckedFile[] = []
    for (const [at, one] of c.req.valid('json').files.entries()) {
      if (!one.ok) {
        // The list prints the message; whatever the code was, it is a file that was not read.
        files.push({ ...one, refusal: { code: 'file.unreadable', message: one.refusal.message } })
        continue
      }
      const taken = await takeReport(pool, one.report, `files.${at}.report`)
      if (!taken.ok) return answerRefusal(c, taken.refusal)
      files.push({ ...one, report: taken.value })
    }
    const bytes = await exportOverview(files)
    return answerFile(c, bytes, REPORT_FORMATS.xlsx, '年度报告总表.xlsx')
  })
}
