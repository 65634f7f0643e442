import { type Actor, actorOfToken, type Platform } from '@gongkai/app'
import { ok, type Result } from '@gongkai/law'
import type { Context } from 'hono'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { sessionOf } from './session-cookie.js'

/** Who asks: a person in a session, or a token in none. */
export type Caller = { readonly actor: Actor; readonly sessionId: string | null }

/** By the token that the request brings, or else by the session of its cookie; refused where neither is good any more. */
export async function callerOf(
  c: Context,
  platform: Platform,
): Promise<Result<Caller, ApiRefusal>> {
  const token = bearerOf(c)
  if (token === null) {
    const session = await sessionOf(c, platform)
    return session ? ok(session) : { ok: false, refusal: REQUEST_REFUSALS.noSession() }
  }
  const actor = await actorOfToken(platform, token)
  return actor ? ok({ actor, sessionId: null }) : { ok: false, refusal: REQUEST_REFUSALS.noToken() }
}

/** The token in `Authorization: Bearer`; null where there is none. What a proxy asks for by another scheme is its own affair. */
function bearerOf(c: Context): string | null {
  return /^Bearer +(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}
