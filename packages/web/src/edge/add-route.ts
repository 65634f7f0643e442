import type { ActiveSession, Actor, Platform } from '@gongkai/app'
import type { Result } from '@gongkai/law'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerRefusal, type Env, FILE, REFUSED } from '../http/answers.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { answerOnce, IDEMPOTENCY_KEY } from './answer-once.js'
import { callerOf } from './caller.js'
import type { Edge } from './edge.js'
import { tooManyCalls } from './limits.js'
import { type Asked, type Asking, readAsked } from './read-asked.js'

type Api = OpenAPIHono<Env>

/** A route as the document shows it and as it is validated. */
export type RouteSpec<P, Q, B, A> = Asking<P, Q, B> & {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly description?: string
  /** What is answered; null for nothing, `file` for what the handler answers itself, `redirect` where it sends elsewhere. */
  readonly answer: z.ZodType<A> | null | 'file' | 'redirect'
  /** Of the answer: 200, or 204 for nothing. */
  readonly status?: 200 | 201 | 202
}

/** What a handler gives: the value to answer, why not, or an answer that is whole already. */
export type Given<A> = Result<A, ApiRefusal> | Response

/** Whoever works: a person who is signed in, or a token. */
export type Staff = { readonly platform: Platform; readonly actor: Actor }

type Handle<S, P, Q, B, A> = (staff: S, asked: Asked<P, Q, B>, c: Context<Env>) => Promise<Given<A>>

/** A route for whoever is signed in, and for tokens; without either it answers 401, whatever is sent. */
export function addStaffRoute<P, Q, B, A>(
  api: Api,
  edge: Edge,
  spec: RouteSpec<P, Q, B, A>,
  handle: Handle<Staff, P, Q, B, A>,
): void {
  register(api, spec, [{ session: [] }, { token: [] }])
  onStaff(api, edge, spec, handle)
}

/** A route for whoever is signed in, about what is one's own: a token is refused. */
export function addPersonalRoute<P, Q, B, A>(
  api: Api,
  edge: Edge,
  spec: RouteSpec<P, Q, B, A>,
  handle: Handle<Staff & ActiveSession, P, Q, B, A>,
): void {
  register(api, spec, [{ session: [] }])
  onStaff(api, edge, spec, async ({ sessionId, ...staff }, asked, c) =>
    sessionId === null
      ? { ok: false, refusal: REQUEST_REFUSALS.personOnly() }
      : handle({ ...staff, sessionId }, asked, c),
  )
}

function onStaff<P, Q, B, A>(
  api: Api,
  edge: Edge,
  spec: RouteSpec<P, Q, B, A>,
  handle: Handle<Staff & { readonly sessionId: string | null }, P, Q, B, A>,
): void {
  on(api, spec, async (c) => {
    const ready = await edge.ground.platform()
    if (!ready.ok) return ready
    const caller = await callerOf(c, ready.value)
    if (!caller.ok) return caller
    const { actor, sessionId } = caller.value
    const often = sessionId === null && tooManyCalls(c, edge.limiter, actor.personId)
    if (often) return often
    const asked = await readAsked(c, spec)
    if (!asked.ok) return asked
    const run = async (platform: Platform) =>
      answerGiven(c, spec, await handle({ ...caller.value, platform }, asked.value, c))
    if (spec.method === 'get') return run(ready.value)
    return answerOnce(c, edge, ready.value, actor.personId, asked.value, run)
  })
}

/** A route for everybody. */
export function addOpenRoute<P, Q, B, A>(
  api: Api,
  spec: RouteSpec<P, Q, B, A>,
  handle: (asked: Asked<P, Q, B>, c: Context<Env>) => Promise<Given<A>>,
): void {
  register(api, spec, [])
  on(api, spec, async (c) => {
    const asked = await readAsked(c, spec)
    return asked.ok ? handle(asked.value, c) : asked
  })
}

type Answering<A> = Pick<RouteSpec<never, never, never, A>, 'method' | 'path' | 'answer' | 'status'>

function on<A>(api: Api, spec: Answering<A>, run: (c: Context<Env>) => Promise<Given<A>>): void {
  api.on(spec.method.toUpperCase(), spec.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) =>
    answerGiven(c, spec, await run(c)),
  )
}

function answerGiven<A>(
  c: Context<Env>,
  { answer, status }: Answering<A>,
  given: Given<A>,
): Response {
  if (given instanceof Response) return given
  if (!given.ok) return answerRefusal(c, given.refusal)
  if (answer === null) return c.body(null, 204)
  return c.body(JSON.stringify(given.value), status ?? 200, {
    'Content-Type': 'application/json',
  })
}

const IfMatch = {
  'if-match': z.string().openapi({ description: '页面上显示的版本，如 "3"', example: '"3"' }),
}
const Key = {
  [IDEMPOTENCY_KEY]: z.string().optional().openapi({
    description:
      '由请求方生成的键，如 UUID。24 小时内用同一个键重发同一项请求的，只办理一次，答复与首次相同。',
  }),
}

// No validator is made of it: the thread that reads the file takes the form apart.
const UPLOAD = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    } as object,
  },
}

function register<P, Q, B, A>(
  api: Api,
  spec: RouteSpec<P, Q, B, A>,
  security: Record<string, string[]>[],
): void {
  const { method, path, summary, description, params, query, body, form } = spec
  const content = body && { 'application/json': { schema: body } }
  const file = spec.upload ? UPLOAD : form && { 'multipart/form-data': { schema: form } }
  api.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    ...(description && { description }),
    security,
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      headers: z.object({
        ...(spec.isVersioned && IfMatch),
        ...(method !== 'get' && security.length > 0 && Key),
      }),
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
  if (answer === 'redirect') return { 302: { description: '转到其他网址' } }
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
