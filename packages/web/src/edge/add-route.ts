import type { ActiveSession, Actor, Platform } from '@gongkai/app'
import type { Result } from '@gongkai/law'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerRefusal, type Env } from '../http/answers.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { answerOnce } from './answer-once.js'
import { callerOf } from './caller.js'
import { describeRoute } from './describe-route.js'
import type { Edge } from './edge.js'
import { tooManyCalls } from './limits.js'
import { type Asked, readAsked } from './read-asked.js'
import { type Answering, type RouteSpec, versionIn } from './route-spec.js'

type Api = OpenAPIHono<Env>

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
  describeRoute(api, spec, [{ session: [] }, { token: [] }])
  onStaff(api, edge, spec, handle)
}

/** A route for whoever is signed in, about what is one's own: a token is refused. */
export function addPersonalRoute<P, Q, B, A>(
  api: Api,
  edge: Edge,
  spec: RouteSpec<P, Q, B, A>,
  handle: Handle<Staff & ActiveSession, P, Q, B, A>,
): void {
  describeRoute(api, spec, [{ session: [] }])
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
    const who = sessionId === null ? 'token' : 'person'
    const often = tooManyCalls(c, edge.limiter, who, actor.personId)
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
  describeRoute(api, spec, [])
  on(api, spec, async (c) => {
    const asked = await readAsked(c, spec)
    return asked.ok ? handle(asked.value, c) : asked
  })
}

function on<A>(api: Api, spec: Answering<A>, run: (c: Context<Env>) => Promise<Given<A>>): void {
  api.on(spec.method.toUpperCase(), spec.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) =>
    answerGiven(c, spec, await run(c)),
  )
}

function answerGiven<A>(c: Context<Env>, spec: Answering<A>, given: Given<A>): Response {
  const { answer, status } = spec
  if (given instanceof Response) return given
  if (!given.ok) return answerRefusal(c, given.refusal)
  if (answer === null) return c.body(null, 204)
  const version = versionIn(spec)?.(given.value)
  if (version !== undefined) c.header('ETag', `"${version}"`)
  return c.body(JSON.stringify(given.value), status ?? 200, {
    'Content-Type': 'application/json',
  })
}
