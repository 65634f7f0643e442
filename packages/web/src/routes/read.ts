import type { Pool } from '@gongkai/app'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerRefusal, type Env, REFUSED } from '../http/answers.js'
import { Check, Report } from './schemas.js'

const route = createRoute({
  method: 'post',
  path: '/reports/read',
  summary: '读取一份报告并核对',
  description:
    '一次一份文件；文件只在本次请求中使用，不作保存。本工具的 JSON 带回其更正和忽略记录。',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z
              .instanceof(File, { error: '应为一个文件' })
              .openapi({ type: 'string', format: 'binary' }),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: '读出的报告和核对结果',
      content: { 'application/json': { schema: z.object({ report: Report, check: Check }) } },
    },
    ...REFUSED,
  },
})

/** `POST /reports/read`: bytes in, the reading and its findings out; the bytes are gone with the answer. */
export function addRead(api: OpenAPIHono<Env>, pool: Pool): void {
  api.openapi(route, async (c) => {
    const { file } = c.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const done = await pool.checkSaved({ name: file.name, bytes })
    if (!done.ok) return answerRefusal(c, done.refusal)
    const { report, result } = done.value
    return c.json({ report, check: result }, 200)
  })
}
