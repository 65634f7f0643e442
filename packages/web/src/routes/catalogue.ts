import { EXAMPLE_NAMES, type Pool, RULES, RULESET, SCHEMAS, type SchemaName } from '@gongkai/app'
import { citationText } from '@gongkai/law'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { onlyQuery } from '../edge/known-query.js'
import { answerRefusal, type Env, FILE, refusedWith } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { answerResult } from './run-job.js'

const Rule = z
  .object({
    code: z.string(),
    states: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    forms: z.array(z.enum(['2019', '2021'])),
    basis: z.array(z.string()),
  })
  .openapi('Rule')

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...refusedWith(400, 421, 429, 500),
})

const rulesRoute = createRoute({
  method: 'get',
  path: '/rules',
  summary: '全部检查规则',
  middleware: onlyQuery(),
  responses: json('规则', z.array(Rule)),
})

const NAMES = Object.keys(SCHEMAS) as [SchemaName, ...SchemaName[]]
const JsonSchema = z.custom<object>().openapi({ type: 'object' })

const schemaRoute = createRoute({
  method: 'get',
  path: '/schema/{of}',
  summary: 'JSON Schema：读取结果、检查结果、未能读取的文件',
  request: { params: z.object({ of: z.enum(NAMES) }) },
  middleware: onlyQuery(),
  responses: json('JSON Schema 2020-12', JsonSchema),
})

const examplesRoute = createRoute({
  method: 'get',
  path: '/examples',
  summary: '虚构的示例报告',
  middleware: onlyQuery(),
  responses: json('示例', z.array(z.object({ id: z.string(), name: z.string() }))),
})

const exampleRoute = createRoute({
  method: 'get',
  path: '/examples/{id}',
  summary: '一份示例报告的文件',
  request: { params: z.object({ id: z.string() }) },
  middleware: onlyQuery(),
  responses: {
    200: FILE,
    ...refusedWith(400, 404, 421, 429, 500, 503),
  },
})

/** What the checks rest on, and what to try them on. */
export function addCatalogue(api: OpenAPIHono<Env>, pool: Pool): void {
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
  api.get('/schema', onlyQuery(), (c) => c.redirect('/api/v1/schema/read'))
  api.openapi(schemaRoute, (c) => c.json(SCHEMAS[c.req.valid('param').of], 200))
  api.openapi(examplesRoute, (c) =>
    c.json(
      EXAMPLE_NAMES.map((name, at) => ({ id: `${at + 1}`, name })),
      200,
    ),
  )
  api.openapi(exampleRoute, async (c) => {
    const at = Number(c.req.valid('param').id) - 1
    if (!EXAMPLE_NAMES[at]) return answerRefusal(c, REQUEST_REFUSALS.notFound())
    return answerResult(c, await pool.run({ kind: 'example', at }))
  })
}
