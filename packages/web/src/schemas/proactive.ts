import { PROACTIVE_REASONS } from '@gongkai/law'
import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, keysOf, optional, PageSize } from './parts.js'

const State = z.enum(['proposed', 'accepted', 'published', 'declined'])

const Publication = z.object({ on: z.string(), title: z.string(), address: z.string() })

export const ProactiveProposal = z
  .object({
    id: z.string(),
    requestId: z.string(),
    requestNumber: z.string(),
    authorityId: z.string(),
    title: z.string(),
    reason: keysOf(PROACTIVE_REASONS),
    says: z.string(),
    letterId: z.string().nullable(),
    fileIds: z.array(z.string()).readonly(),
    suggestedOn: z.string().nullable().openapi({ description: '申请人建议的日期' }),
    proposedBy: z.string().nullable().openapi({ description: '申请人在网上建议的为空' }),
    proposedOn: z.string(),
    state: State.openapi({
      description: 'proposed 待审核，accepted 同意、待公布，published 已公布，declined 不同意',
    }),
    decidedBy: z.string().nullable(),
    decidedOn: z.string().nullable(),
    decidedReason: z.string().nullable(),
    published: Publication.nullable(),
  })
  .openapi('ProactiveProposal')

const SuppliedFiles = z.array(z.object({ id: z.string(), name: z.string() })).readonly()

export const ProactiveOfRequest = z
  .object({
    gaveOut: z.boolean().openapi({ description: '答复公开了信息，可以提请' }),
    files: SuppliedFiles.openapi({ description: '随答复提供的材料' }),
    proposals: z.array(ProactiveProposal.extend({ files: SuppliedFiles })).readonly(),
  })
  .openapi('ProactiveOfRequest')

export const ProactivePage = z
  .object({
    proposals: z.array(ProactiveProposal).readonly(),
    counts: z.object({
      proposed: z.number(),
      accepted: z.number(),
      published: z.number(),
      declined: z.number(),
    }),
    next: z.string().nullable(),
  })
  .openapi('ProactivePage')

export const ProactiveQuery = z.object({
  authorityId: Id,
  state: State.or(z.literal('all')).default('all'),
  after: Cursor,
  limit: PageSize,
})

export const ProposeProactive = z
  .object({
    title: filled(200),
    reason: keysOf(PROACTIVE_REASONS),
    says: filled(2000),
    fileIds: z.array(Id).max(100).default([]),
    suggestedOn: Day.nullable().default(null).openapi({
      description: '申请人当面、来信建议的日期；机关自行提请的为空',
    }),
  })
  .openapi('ProposeProactive')

export const DecideProactive = z
  .object({ decision: z.enum(['accepted', 'declined']), reason: optional(2000) })
  .openapi('DecideProactive')

export const RecordPublication = z
  .object({ on: Day, title: filled(200), address: filled(500) })
  .openapi('RecordPublication')

export type ProactiveProposal = z.infer<typeof ProactiveProposal>
export type ProactiveOfRequest = z.infer<typeof ProactiveOfRequest>
export type ProactivePage = z.infer<typeof ProactivePage>
