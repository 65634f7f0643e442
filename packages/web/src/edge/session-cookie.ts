import { type ActiveSession, actorOfSession, type Platform } from '@gongkai/app'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Edge } from './edge.js'

export const SESSION_COOKIE = 'gongkai_session'

/** It goes with the browser; when it ends is decided on our side. */
function attributes({ publicUrl }: Edge) {
  const secure = publicUrl().startsWith('https:')
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
}

/** Has the browser keep the token of a session. */
export function keepSession(c: Context, edge: Edge, token: string): void {
  setCookie(c, SESSION_COOKIE, token, attributes(edge))
}

/** Has the browser forget its session. */
export function dropSession(c: Context, edge: Edge): void {
  deleteCookie(c, SESSION_COOKIE, attributes(edge))
}

/** The session that a request belongs to; null where there is none, or it is over. */
export async function sessionOf(c: Context, platform: Platform): Promise<ActiveSession | null> {
  const token = getCookie(c, SESSION_COOKIE)
  return token === undefined ? null : actorOfSession(platform, token)
}
