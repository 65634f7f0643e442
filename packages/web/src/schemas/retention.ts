import type { Citation } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Id, Instant, optional, Reason } from './parts.js'

const Stop = z.enum(['hold', 'remedy', 'letter', 'task', 'part', 'paper', 'filing'])

const Erasure = z
  .object({
    id: z.string(),
    overBefore: z.string(),
    years: z.number(),
    under: z.string(),
    due: z.number().openapi({ description: '提请时到期的件数' }),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: Instant,
    decision: z.enum(['approved', 'rejected']).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decidedReason: z.string().nullable(),
    doneAt: Instant.nullable(),
    erased: z.number().openapi({ description: '已清除的件数' }),
  })
  .openapi('Erasure')

/** How long what is personal in requests is kept, what is due, what was decided. */
export const Retention = z
  .object({
    years: z.number(),
    source: z.custom<Citation>().openapi('Citation', { type: 'object' }),
    known: z.enum(['seen', 'memory']).openapi({ description: 'memory 为尚未核实' }),
    overBefore: z.string().openapi({ description: '在这一天之前办结、归档、救济终结的到期' }),
    due: z.number(),
    stopped: z.object({
      hold: z.number(),
      remedy: z.number(),
      letter: z.number(),
      task: z.number(),
      part: z.number(),
      paper: z.number(),
      filing: z.number(),
    }),
    oldest: z
      .array(
        z.object({
          id: z.string(),
          number: z.string(),
          overOn: z.string(),
          stopped: Stop.nullable(),
        }),
      )
      .readonly(),
    erasures: z.array(Erasure).readonly(),
  })
  .openapi('RequestRetention')

export const RetentionQuery = z.object({ authorityId: Id })
export const ProposeErasure = z
  .object({ authorityId: Id, due: z.number().int().min(1), reason: Reason })
  .openapi('ProposeErasure')
export const DecideErasure = z
  .object({ decision: z.enum(['approved', 'rejected']), reason: optional(2000) })
  .openapi('DecideErasure')
export const ErasureAnswer = Erasure

export const HoldChange = z.object({ reason: Reason })
export const HoldAnswer = z
  .object({
    hold: z.object({ reason: z.string(), placedBy: z.string(), placedAt: Instant }).nullable(),
  })
  .openapi('RequestHold')

export type Retention = z.infer<typeof Retention>
export type Erasure = z.infer<typeof Erasure>
export type HoldAnswer = z.infer<typeof HoldAnswer>
