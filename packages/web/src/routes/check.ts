import type { Pool } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { Check, Report } from './schemas.js'
import { asFile, inField } from './take-report.js'

const Body = z.object({
  report: Report,
  previous: Report.nullable().optional().openapi({ description: '同一机关上年的报告' }),
  siblings: z.array(Report).optional().openapi({ description: '其他机关同年度的报告' }),
  authority: z.string().nullable().optional().openapi({ description: '机关全称' }),
})

const route = createRoute({
  method: 'post',
  path: '/reports/check',
  summary: '核对一份报告及其更正',
  request: { body: { required: true, content: { 'application/json': { schema: Body } } } },
  responses: {
    200: { description: '核对结果', content: { 'application/json': { schema: Check } } },
    ...REFUSED,
  },
})

/** `POST /reports/check`: a reading with its corrections, and what it is held against, in; findings out. */
export function addCheck(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, async (c) => {
    const { report, previous, siblings = [], authority = null } = c.req.valid('json')
    const done = await pool.checkSaved(asFile(report), {
      authority,
      previous: previous ? asFile(previous) : null,
      siblings: siblings.map(asFile),
    })
    return done.ok
      ? c.json(done.value.result, 200)
      : answerRefusal(c, inField(done, 'report、previous 或 siblings'))
  })
}
