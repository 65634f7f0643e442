import { FileRefused, type Pool } from '@gongkai/app'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { isFull } from './edge/away.js'
import type { Edge } from './edge/edge.js'
import { perAddress } from './edge/limits.js'
import { answerOtherMethods } from './edge/other-methods.js'
import { answerRefusal, type Env } from './http/answers.js'
import { answerAsset, answerPage, type ConsoleFiles } from './http/pages.js'
import { atOnce, framed, noStore, onlyHosts, sameSite, secure } from './http/protect.js'
import { type ApiRefusal, REQUEST_REFUSALS } from './http/refusals.js'
import { expectedOf, wrongFields } from './http/wrong-fields.js'
import { answerNotFound, newPortal } from './portal/add-portal.js'
import { newRequestPages } from './portal/requests/add-requests.js'
import { addPlatform } from './routes/add-platform.js'
import { addCatalogue } from './routes/catalogue.js'
import { addCheck } from './routes/check.js'
import { addLists } from './routes/lists.js'
import { addDescription } from './routes/problems.js'
import { addRead } from './routes/read.js'
import { addTogether } from './routes/together.js'
import { addWrite } from './routes/write.js'

/** What the service needs from outside. */
export type ServerDeps = {
  readonly pool: Pool
  readonly console: ConsoleFiles
  readonly edge: Edge
  /** The names under which the service is reached; null where any will do. */
  readonly hosts: readonly string[] | null
  /** Told of every fault, with the id that the user was given. */
  readonly onFault: (fault: unknown, requestId: string) => void
}

// What a query lacks is said to its sender, in the language of the rest.
z.config({ localeError: expectedOf })

/** For each converter of the pool so many requests may wait. */
const WAITING = 8

/** What takes a file apart or works on whole reports: the tools, and a report that begins with a file. */
const HEAVY = /\/reports\/(?:[a-z]+|[^/]+\/start-from-file)$/

/** What a converter makes of a file of years past. */
const HEAVY_PAST = /\/(?:shown|check)$/

/** Each may hold 64 MB, and its form is taken apart in the thread that answers everybody. */
const MOST_IMPORTS = 2

/** The service: the API under /api/v1, and the pages of the console. */
export function createApp({ pool, console, edge, hosts, onFault }: ServerDeps): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
  // Told before `secure` it answers after it.
  app.use('/api/v1/past/items/:id/shown', framed)
  app.use(requestId(), secure, onlyHosts(hosts))
  app.onError(async (error, c) => {
    const refusal = error instanceof HTTPException ? EXCEPTIONS[error.status] : undefined
    if (refusal) return answerRefusal(c, refusal)
    const lost = await edge.ground.lost(error)
    if (lost) return answerRefusal(c, lost)
    if (error instanceof FileRefused) {
      if (error.cause) onFault(error.cause, c.get('requestId'))
      return answerRefusal(c, error.refusal)
    }
    if (isFull(error)) return answerRefusal(c, REQUEST_REFUSALS.full())
    onFault(error, c.get('requestId'))
    return answerRefusal(c, REQUEST_REFUSALS.fault(c.get('requestId')))
  })
  app.notFound((c) =>
    /^\/(?:api|assets)\//.test(c.req.path)
      ? answerRefusal(c, REQUEST_REFUSALS.notFound())
      : answerNotFound(c),
  )
  app.route('/api/v1', createApi(pool, edge))
  app.route('/', newRequestPages(edge, pool, onFault))
  app.route('/', newPortal({ pool, edge, onFault }))
  app.get('/setup', (c) => c.redirect('/console/setup'))
  for (const path of ['/tools/report', '/console', '/console/*']) {
    app.get(path, (c) => answerPage(c, console))
  }
  app.use('/assets/*', compress())
  app.get(
    '/assets/:name',
    (c) =>
      answerAsset(c, console, c.req.param('name')) ?? answerRefusal(c, REQUEST_REFUSALS.notFound()),
  )
  return app
}

/** What Hono itself refuses by throwing: a body that cannot be parsed, another media type. */
const EXCEPTIONS: Readonly<Record<number, ApiRefusal>> = {
  400: REQUEST_REFUSALS.malformed([{ field: '请求正文', message: '无法解析' }]),
  415: REQUEST_REFUSALS.mediaType(),
}

function createApi(pool: Pool, edge: Edge): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      return answerRefusal(c, REQUEST_REFUSALS.malformed(wrongFields(result.error)))
    },
  })
  api.use(noStore, sameSite(edge.publicUrl), perAddress(edge))
  const few = atOnce(pool.jobs * WAITING)
  api.post('/reports/*', (c, next) => (HEAVY.test(c.req.path) ? few(c, next) : next()))
  api.get('/past/items/*', (c, next) => (HEAVY_PAST.test(c.req.path) ? few(c, next) : next()))
  api.post('/past/imports', atOnce(MOST_IMPORTS))
  addRead(api, pool)
  addCheck(api, pool)
  addWrite(api, pool)
  addLists(api, pool)
  addTogether(api, pool)
  addCatalogue(api, pool)
  addPlatform(api, edge, pool)
  addDescription(api)
  answerOtherMethods(api)
  return api
}
