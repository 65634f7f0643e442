import { z } from '@hono/zod-openapi'
import { Instant } from './parts.js'

/** How a request is joined to others; `other` is the one at the other end, as it is told. */
export function joinedTo<T extends z.ZodType>(other: T) {
  return z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['handledWith', 'partOf']),
        isOfOther: z.boolean().openapi({ description: '对方并入本件，或者由本件分出' }),
        other,
        reason: z.string().nullable(),
        by: z.string(),
        at: Instant,
        undone: z.object({ by: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
      }),
    )
    .readonly()
}
