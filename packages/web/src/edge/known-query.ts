import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { answerRefusal, type Env } from '../http/answers.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'

/** So many unknown names are told, each cut: whoever sends a million gets none back. */
const MOST_NAMES = 20
const LONGEST_NAME = 40

/** Why a request is refused that asks by a name which the route does not know: it would be answered as if it had not asked. */
export function unknownQuery(c: Context, schema: z.ZodType | undefined): ApiRefusal | null {
  // A loose one takes any name: that of who sends the browser back to us.
  if (schema instanceof z.ZodObject && schema.def.catchall !== undefined) return null
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const unknown = Object.keys(c.req.query()).filter((name) => !known.includes(name))
  if (unknown.length === 0) return null
  const message = known.length > 0 ? `不应有，可用的参数为${known.join('、')}` : '不应有参数'
  const fields = unknown.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME))
  return REQUEST_REFUSALS.malformed(fields.map((field) => ({ field, message })))
}

/** The same before a route that is validated by itself. */
export function onlyQuery(schema?: z.ZodType): MiddlewareHandler<Env> {
  return async (c, next) => {
    const unknown = unknownQuery(c, schema)
    if (unknown) return answerRefusal(c, unknown)
    await next()
  }
}
