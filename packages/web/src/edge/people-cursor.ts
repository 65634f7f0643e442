import type { PeopleCursor } from '@gongkai/app'
import { ok, type Result } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'
import { Id } from '../schemas/parts.js'

const Place = z.tuple([z.string(), Id])

/** Where a page of people ended, as the next one is asked for. */
export function toCursor(place: PeopleCursor | null): string | null {
  if (place === null) return null
  return Buffer.from(JSON.stringify([place.name, place.id])).toString('base64url')
}

/** The same back; refused where it is none of ours. */
export function fromCursor(text: string | undefined): Result<PeopleCursor | null, ApiRefusal> {
  if (!text) return ok(null)
  const place = Place.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (place.success) return ok({ name: place.data[0], id: place.data[1] })
  const fields = [{ field: 'after', message: '应为上一页答复中的 next' }]
  return { ok: false, refusal: REQUEST_REFUSALS.malformed(fields) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
