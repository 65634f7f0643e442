import type { Target } from '@gongkai/report'
import { z } from '@hono/zod-openapi'
import { Counted, Cursor, Day, filled, Id, line, Reason } from './parts.js'
import { Document, StateId } from './report-file.js'

const TargetShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      part: line(100).openapi({ description: '正文的哪一部分，如 section:1' }),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    z.strictObject({
      kind: z.literal('cells'),
      cells: z
        .array(z.strictObject({ table: line(50), row: line(50), column: line(50) }))
        .min(1)
        .max(500),
    }),
    z.strictObject({ kind: z.literal('report') }),
  ])
  .openapi('ReportTarget', { description: '一段文字、若干单元格，或者整份报告' })
/** Whether the part or the cells are there, the use case says. */
const SentTarget = TargetShape.transform((target) => target as Target)

export const ReportsQuery = z.object({
  year: z.coerce.number().int().min(2008).max(2100).optional(),
  authorityId: Id.optional().openapi({ description: '本机关及其下级' }),
  state: StateId.optional(),
  q: line(100).optional().openapi({ description: '机关名称的一部分' }),
  sort: z
    .enum(['year', 'dueOn', 'authority'])
    .default('year')
    .openapi({ description: '年度从近到远；到期日从早到晚；机关依机关树的次序' }),
  after: Cursor,
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  total: Counted,
})

export const StartRequest = z
  .strictObject({ from: z.enum(['blank', 'last-year', 'consolidation', 'register']) })
  .openapi('StartRequest')

export const DraftRequest = z.strictObject({ document: Document }).openapi('DraftRequest')

export const ReturnRequest = z
  .strictObject({
    reason: line(2000).default('').openapi({ description: '有意见的可以不填' }),
    remarks: z
      .array(z.strictObject({ target: SentTarget, words: filled(2000) }))
      .max(500)
      .default([]),
  })
  .openapi('ReturnRequest')

export const PublishRequest = z
  .strictObject({ publishedOn: Day.openapi({ description: '实际公布的日期' }) })
  .openapi('PublishRequest')

export const PublicReason = z
  .strictObject({ reason: Reason.openapi({ description: '随报告一并公开' }) })
  .openapi('PublicReason')

export const CloseRequest = z
  .strictObject({
    reason: Reason,
    basis: filled(300).openapi({ description: '依据的文件，如机构改革方案的名称和文号' }),
  })
  .openapi('CloseRequest')

export const ReopenRequest = z.strictObject({ reason: Reason }).openapi('ReopenRequest')

export const WaiveRequest = z
  .strictObject({
    rule: filled(50),
    place: filled(5000),
    value: z.string().max(200_000),
    reason: Reason,
  })
  .openapi('WaiveRequest')

export const RemarkRequest = z
  .strictObject({ target: SentTarget, words: filled(2000) })
  .openapi('RemarkRequest')

export const AnswerRequest = z.strictObject({ answer: filled(2000) }).openapi('AnswerRequest')

export const RestoreRequest = z
  .strictObject({ no: z.number().int().min(1) })
  .openapi('RestoreRequest')

const No = z.coerce.number().int().min(1)
export const VersionParams = z.object({ id: Id, no: No })
export const DownloadQuery = z.object({ no: No.optional().openapi({ description: '版本' }) })
export const CompareQuery = z.object({ from: No, to: No })

export type ReportsQuery = z.input<typeof ReportsQuery>
export type StartRequest = z.input<typeof StartRequest>
export type DraftRequest = z.input<typeof DraftRequest>
export type ReturnRequest = z.input<typeof ReturnRequest>
export type PublishRequest = z.input<typeof PublishRequest>
export type PublicReason = z.input<typeof PublicReason>
export type CloseRequest = z.input<typeof CloseRequest>
export type ReopenRequest = z.input<typeof ReopenRequest>
export type WaiveRequest = z.input<typeof WaiveRequest>
export type RemarkRequest = z.input<typeof RemarkRequest>
export type AnswerRequest = z.input<typeof AnswerRequest>
export type RestoreRequest = z.input<typeof RestoreRequest>
