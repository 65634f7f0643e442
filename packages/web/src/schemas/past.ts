import { PAST_STATES, type PastReading as Reading } from '@gongkai/app'
import type { Finding, NotAssessable } from '@gongkai/report'
import { z } from '@hono/zod-openapi'
import { Id, Instant, PageSize, Reason } from './parts.js'

const State = z.enum(PAST_STATES).openapi({
  description: '待识别、可以采用、待核定、已采用、已移出',
})

const DOUBTS = [
  'unreadable',
  'form',
  'before-2019',
  'authority',
  'year',
  'unread',
  'duplicate',
] as const

/** One file of the queue of years past. */
export const PastItem = z
  .object({
    id: z.string(),
    importId: z.string(),
    authorityId: z.string(),
    file: z.string(),
    digest: z.string(),
    state: State,
    doubts: z.array(z.object({ kind: z.enum(DOUBTS), message: z.string() })).readonly(),
    printedName: z.string().nullable(),
    proposals: z
      .array(
        z.object({
          authorityId: z.string(),
          name: z.string(),
          how: z.enum(['full', 'short', 'former', 'close']),
        }),
      )
      .readonly(),
    targetId: z.string().nullable(),
    reportYear: z.number().nullable(),
    reportId: z.string().nullable(),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    version: z.number(),
  })
  .openapi('PastItem')

export const PastPage = z
  .object({ items: z.array(PastItem).readonly(), next: z.string().nullable() })
  .openapi('PastPage')

export const PastReading = z
  .custom<Reading>()
  .openapi('PastReading', { type: 'object', description: '队列中的一个文件，连同读出的内容' })

/** What is held against: whose report it would be, and on which year. */
export const PastCheckQuery = z.object({
  targetId: Id.optional(),
  reportYear: z.coerce.number().int().min(2000).max(2100).optional(),
})

export const PastCheck = z
  .object({
    findings: z.array(z.custom<Finding>().openapi('Finding', { type: 'object' })).readonly(),
    notAssessable: z
      .array(z.custom<NotAssessable>().openapi('NotAssessable', { type: 'object' }))
      .readonly(),
  })
  .openapi('PastCheck')

export const PastQuery = z.object({
  authorityId: Id,
  importId: Id.optional(),
  state: State.optional(),
  after: Id.optional().openapi({ description: '上一页的 next' }),
  limit: PageSize,
})

/** What became of an upload: the import, and what was not taken. */
export const PastStarted = z
  .object({
    importId: z.string(),
    jobId: z.string(),
    refused: z.array(z.object({ name: z.string(), message: z.string() })).readonly(),
  })
  .openapi('PastStarted')

const count = z.number().optional()

export const PastImport = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    jobId: z.string().nullable(),
    counts: z.object({
      ...{ waiting: count, ready: count, review: count, published: count, discarded: count },
    }),
  })
  .openapi('PastImport')

export const PastDecision = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('accept'),
      targetId: Id,
      reportYear: z.number().int().min(2000).max(2100),
    }),
    z.strictObject({ kind: z.literal('discard'), reason: Reason }),
  ])
  .openapi('PastDecision')

export const PastAgain = z
  .strictObject({
    targetId: Id.nullable().default(null),
    reportYear: z.number().int().min(2000).max(2100).nullable().default(null),
  })
  .openapi('PastAgain', { description: '已经由人工确定的机关、年度，识别后保持不变' })

export const PastAccepted = z
  .object({
    published: z.number(),
    left: z.array(z.object({ file: z.string(), message: z.string() })).readonly(),
  })
  .openapi('PastAccepted')

export type PastItem = z.infer<typeof PastItem>
export type PastPage = z.infer<typeof PastPage>
export type PastStarted = z.infer<typeof PastStarted>
export type PastReading = z.infer<typeof PastReading>
export type PastCheck = z.infer<typeof PastCheck>
export type PastImport = z.infer<typeof PastImport>
export type PastAgain = z.input<typeof PastAgain>
export type PastAccepted = z.infer<typeof PastAccepted>
