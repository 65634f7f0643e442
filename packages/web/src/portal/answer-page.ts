import type { Context } from 'hono'
import type { Env } from '../http/answers.js'
import type { Kept } from './page-cache.js'
import { awayPage } from './pages/notices.js'
import type { Markup } from './parts/markup.js'

const HTML = { 'Content-Type': 'text/html; charset=utf-8' } as const

/** A browser or a proxy may keep it, and asks every time whether it is still true. */
const KEPT = { ...HTML, 'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding' } as const

/** Answers a rendered page; 304 where the asker has it. */
export function answerKept(c: Context<Env>, page: Kept): Response {
  const { status, location, etag, bytes, packed } = page
  if (location !== null) return c.redirect(location, 302)
  const takesPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  // Other bytes, another tag (RFC 9110, 8.8.3).
  const tag = takesPacked ? etag.replace(/"$/, '-gzip"') : etag
  const headers = { ...KEPT, ETag: tag }
  if (status === 200 && holds(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers)
  if (!takesPacked) return c.body(bytes, status, headers)
  return c.body(packed, status, { ...headers, 'Content-Encoding': 'gzip' })
}

function holds(tags: string | undefined, tag: string): boolean {
  return tags?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false
}

/** Answers a page that nobody keeps. */
export async function answerMarkup(
  c: Context<Env>,
  status: 404 | 410 | 422 | 500 | 503,
  markup: Markup,
): Promise<Response> {
  return c.body(String(await markup), status, { ...HTML, 'Cache-Control': 'no-store' })
}

/** Says that the database is away, or that it is busy; the browser asks again by itself. */
export function answerAway(c: Context<Env>, page = awayPage()): Promise<Response> {
  c.header('Retry-After', '5')
  c.header('Refresh', '5')
  return answerMarkup(c, 503, page)
}
