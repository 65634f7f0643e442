import { annualReportSchema, exampleReports, RULES, RULESET } from '@gongkai/app'
import { citationText } from '@gongkai/law'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerFile, answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'

const Rule = z
  .object({
    code: z.string(),
    states: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    forms: z.array(z.enum(['2019', '2021'])),
    basis: z.array(z.string()),
  })
  .openapi('Rule')

type Schema = typeof annualReportSchema

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...REFUSED,
})

const rulesRoute = createRoute({
  method: 'get',
  path: '/rules',
  summary: '全部检查规则',
  responses: json('规则', z.array(Rule)),
})

const schemaRoute = createRoute({
  method: 'get',
  path: '/schema',
  summary: '报告数据的 JSON Schema',
  responses: json('JSON Schema 2020-12', z.custom<Schema>().openapi({ type: 'object' })),
})

const examplesRoute = createRoute({
  method: 'get',
  path: '/examples',
  summary: '虚构的示例报告',
  responses: json('示例', z.array(z.object({ id: z.string(), name: z.string() }))),
})

const exampleRoute = createRoute({
  method: 'get',
  path: '/examples/{id}',
  summary: '一份示例报告的文件',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: '文件',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSED,
  },
})

/** What the checks rest on, and what to try them on. */
export function addCatalogue(api: OpenAPIHono<Env>): void {
  api.openapi(rulesRoute, (c) => {
    c.header('Gongkai-Ruleset', RULESET)
    return c.json(
      RULES.map(({ code, states, severity, forms, basis }) => ({
        ...{ code, states, severity, forms: [...forms] },
        basis: basis.map(citationText),
      })),
      200,
    )
  })
  api.openapi(schemaRoute, (c) => c.json(annualReportSchema, 200))
  api.openapi(examplesRoute, async (c) => {
    const examples = await exampleReports()
    return c.json(
      examples.map(({ name }, at) => ({ id: `${at + 1}`, name })),
      200,
    )
  })
  api.openapi(exampleRoute, async (c) => {
    const example = (await exampleReports())[Number(c.req.valid('param').id) - 1]
    if (!example) return answerRefusal(c, REQUEST_REFUSALS.notFound())
    return answerFile(c, example.bytes, 'application/octet-stream', example.name)
  })
}
