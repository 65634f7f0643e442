import { compareFiles, type MergedFiles, mergeFiles, type Pool } from '@gongkai/app'
import type { Comparison } from '@gongkai/report'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { Report } from './schemas.js'
import { takeReport, takeReports } from './take-report.js'

const compareRoute = createRoute({
  method: 'post',
  path: '/reports/compare',
  summary: '比较两份报告：数据和逐段文字',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ a: Report, b: Report }) } },
    },
  },
  responses: {
    200: {
      description: '差异',
      content: {
        'application/json': {
          schema: z.custom<Comparison>().openapi('Comparison', { type: 'object' }),
        },
      },
    },
    ...REFUSED,
  },
})

const mergeRoute = createRoute({
  method: 'post',
  path: '/reports/merge',
  summary: '汇总下级单位的报告，可与本级的报告核对',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ reports: z.array(Report), parent: Report.nullable().optional() }),
        },
      },
    },
  },
  responses: {
    200: {
      description: '合计及每格的来源、未计入的数据、与本级报告的差异',
      content: {
        'application/json': {
          schema: z.custom<MergedFiles>().openapi('Merged', { type: 'object' }),
        },
      },
    },
    ...REFUSED,
  },
})

/** `POST /reports/compare` and `POST /reports/merge`: what reports say together. */
export function addTogether(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(compareRoute, async (c) => {
    const given = c.req.valid('json')
    const a = await takeReport(pool, given.a, 'a')
    if (!a.ok) return answerRefusal(c, a.refusal)
    const b = await takeReport(pool, given.b, 'b')
    if (!b.ok) return answerRefusal(c, b.refusal)
    return c.json(compareFiles(a.value, b.value), 200)
  })
  api.openapi(mergeRoute, async (c) => {
    const given = c.req.valid('json')
    const reports = await takeReports(pool, given.reports, 'reports')
    if (!reports.ok) return answerRefusal(c, reports.refusal)
    const parent = given.parent ? await takeReport(pool, given.parent, 'parent') : null
    if (parent && !parent.ok) return answerRefusal(c, parent.refusal)
    const merged = mergeFiles({
      children: reports.value,
      parent: parent?.value ?? null,
      refused: [],
    })
    return merged.ok ? c.json(merged.value, 200) : answerRefusal(c, merged.refusal)
  })
}
