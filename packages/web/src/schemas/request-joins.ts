import { z } from '@hono/zod-openapi'
import { filled, line, optional, Reason } from './parts.js'
import { Registered, RequestFile } from './requests.js'

export const HandleTogetherRequest = z
  .object({
    leaderNumber: filled(40).openapi({ description: '牵头件的申请编号' }),
    reason: Reason,
  })
  .openapi('HandleTogether')

export const SplitIntoParts = z
  .object({
    parts: z
      .array(
        z.object({
          kind: z.enum(['disclosure', 'ownRecord']).default('disclosure'),
          wanted: line(20_000),
          title: optional(1000),
          number: optional(1000),
        }),
      )
      .max(50),
    reason: Reason,
  })
  .openapi('SplitIntoParts')

export const SplitParts = z
  .object({ request: RequestFile, parts: z.array(Registered).readonly() })
  .openapi('SplitParts')

export type SplitParts = z.infer<typeof SplitParts>
