import type { OpenAPIHono } from '@hono/zod-openapi'
import { answerRefusal, type Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'

/** Has every address that is there say which methods it takes when it is asked by another (405, `Allow`). After all routes. */
export function answerOtherMethods(api: OpenAPIHono<Env>): void {
  for (const [path, methods] of methodsByPath(api)) {
    const allowed = [...methods].join(', ')
    api.all(path, (c) => {
      c.header('Allow', allowed)
      return answerRefusal(c, REQUEST_REFUSALS.method(c.req.method, allowed))
    })
  }
}

/** A middleware stands on all methods, or on a path with a star. */
function methodsByPath({ routes }: OpenAPIHono<Env>): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>()
  for (const { method, path } of routes) {
    if (method === 'ALL' || path.endsWith('*')) continue
    const methods = paths.get(path) ?? new Set()
    for (const one of method === 'GET' ? ['GET', 'HEAD'] : [method]) methods.add(one)
    paths.set(path, methods)
  }
  return paths
}
