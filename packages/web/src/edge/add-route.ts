import type { ActiveSession, Actor, Platform } from '@gongkai/app'
import type { Result } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerRefusal, type Env, FILE, REFUSED } from '../http/answers.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import type { Edge } from './edge.js'
import { type Asked, type Asking, readAsked } from './read-asked.js'
import { sessionOf } from './session-cookie.js'

type Api = OpenAPIHono<Env>

/** A route as the document shows it and as it is validated. */
export type RouteSpec<P, Q, B, A> = Asking<P, Q, B> & {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly description?: string
  /** What is answered; null for nothing, `file` for what the handler answers itself. */
  readonly answer: z.ZodType<A> | null | 'file'
  /** Of the answer: 200, or 204 for nothing. */
  readonly status?: 200 | 201 | 202
}

/** What a handler gives: the value to answer, why not, or an answer that is whole already. */
export type Given<A> = Result<A, ApiRefusal> | Response

export type Staff = ActiveSession & { readonly platform: Platform; readonly actor: Actor }

/** A route for whoever is signed in; without a session it answers 401, whatever is sent. */
export function addStaffRoute<P, Q, B, A>(
  api: Api,
  edge: Edge,
  spec: RouteSpec<P, Q, B, A>,
  handle: (staff: Staff, asked: Asked<P, Q, B>, c: Context<Env>) => Promise<Given<A>>,
): void {
  register(api, spec, true)
  on(api, spec, async (c) => {
    const ready = await edge.ground.platform()
    if (!ready.ok) return ready
    const session = await sessionOf(c, ready.value)
    if (session === null) return { ok: false, refusal: REQUEST_REFUSALS.noSession() }
    const asked = await readAsked(c, spec)
    if (!asked.ok) return asked
    return handle({ ...session, platform: ready.value }, asked.value, c)
  })
}

/** A route for everybody. */
export function addOpenRoute<P, Q, B, A>(
  api: Api,
  spec: RouteSpec<P, Q, B, A>,
  handle: (asked: Asked<P, Q, B>, c: Context<Env>) => Promise<Given<A>>,
): void {
  register(api, spec, false)
  on(api, spec, async (c) => {
    const asked = await readAsked(c, spec)
    return asked.ok ? handle(asked.value, c) : asked
  })
}

function on<A>(
  api: Api,
  {
    method,
    path,
    answer,
    status,
  }: Pick<RouteSpec<never, never, never, A>, 'method' | 'path' | 'answer' | 'status'>,
  run: (c: Context<Env>) => Promise<Given<A>>,
): void {
  api.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    const given = await run(c)
    if (given instanceof Response) return given
    if (!given.ok) return answerRefusal(c, given.refusal)
    if (answer === null) return c.body(null, 204)
    return c.body(JSON.stringify(given.value), status ?? 200, {
      'Content-Type': 'application/json',
    })
  })
}

const IfMatch = z.object({
  'if-match': z.string().openapi({ description: '页面上显示的版本，如 "3"', example: '"3"' }),
})

function register<P, Q, B, A>(api: Api, spec: RouteSpec<P, Q, B, A>, isStaff: boolean): void {
  const { method, path, summary, description, params, query, body, form } = spec
  const content = body && { 'application/json': { schema: body } }
  const file = form && { 'multipart/form-data': { schema: form } }
  api.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    ...(description && { description }),
    security: isStaff ? [{ session: [] }] : [],
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(spec.isVersioned && { headers: IfMatch }),
      ...(content && { body: { required: true, content } }),
      ...(file && { body: { required: true, content: file } }),
    },
    responses: { ...success(spec), ...documented(REFUSED) },
  })
}

function success({
  answer,
  summary,
  status,
}: Pick<RouteSpec<never, never, never, unknown>, 'answer' | 'summary' | 'status'>) {
  if (answer === null) return { 204: { description: '已办理' } }
  if (answer === 'file') return { 200: FILE }
  const content = { 'application/json': { schema: answer } }
  return { [status ?? 200]: { description: summary, content } }
}

function documented(responses: typeof REFUSED) {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description, content }]) => [
      status,
      { description, ...(content && { content }) },
    ]),
  )
}
