import { REPORT_STATES, type ReportState, SCHEMAS, STEPS, type Step } from '@gongkai/app'
import type {
  Binding,
  CellRef,
  Comparison,
  Finding,
  NotAssessable,
  RejectedCorrection,
  SavedReport,
  Target,
} from '@gongkai/report'
import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, Instant, line, Reason } from './parts.js'

export const StateId = z
  .enum(Object.keys(REPORT_STATES) as [ReportState, ...ReportState[]])
  .openapi('ReportState')
export const StepId = z
  .enum([...new Set(STEPS.map(({ step }) => step))] as [Step, ...Step[]])
  .openapi('ReportStep')

/** A report as `gongkai read` gives it. */
const Document = z.custom<SavedReport>().openapi('Report', { ...SCHEMAS.read } as object)

const Cells = z.custom<CellRef>().openapi('CellRef', { type: 'object' })
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
const ToldTarget = z.custom<Target>().openapi('Target', { type: 'object' })

export const ReportFile = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    reportYear: z.number(),
    dueOn: z.string(),
    state: StateId,
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
    submittedNo: z.number().nullable(),
    acceptedNo: z.number().nullable(),
    publishedNo: z.number().nullable(),
    publishedOn: z.string().nullable(),
    withdrawnOn: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .openapi('ReportFile')

const Doer = z.object({ personId: z.string(), onBehalfOf: z.string().nullable() })

const Origin = z.union([
  z.object({ kind: z.enum(['blank', 'lastYear', 'consolidation', 'edited']) }),
  z.object({ kind: z.enum(['file', 'imported']), digest: z.string() }),
  z.object({ kind: z.literal('restored'), from: z.number() }),
])

export const VersionHead = z
  .object({
    no: z.number(),
    origin: Origin,
    drafters: z.array(Doer).readonly(),
    savedAt: Instant,
    frozenAt: Instant.nullable().openapi({ description: '空为正在编制的版本' }),
    submittedAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    withdrawnAt: Instant.nullable(),
    reason: z.string().nullable().openapi({ description: '更正公布的理由' }),
  })
  .openapi('VersionHead')

export const ReportVersion = VersionHead.extend({ document: Document }).openapi('ReportVersion')

const WaiverKey = z.object({ rule: z.string(), place: z.string(), value: z.string() })

export const ReportWaiver = WaiverKey.extend({
  id: z.string(),
  versionNo: z.number(),
  message: z.string(),
  reason: z.string(),
  waivedBy: z.string(),
  waivedAt: Instant,
}).openapi('ReportWaiver')

export type CheckedFinding = Finding & {
  readonly key: z.infer<typeof WaiverKey>
  readonly waiver: z.infer<typeof ReportWaiver> | null
}

export const CheckedFinding = z
  .custom<CheckedFinding>()
  .openapi('CheckedFinding', { type: 'object', description: '一条发现；key 用于说明保留' })

export const ReportCheck = z
  .object({
    versionNo: z.number(),
    ruleset: z.string(),
    checkedAt: Instant,
    findings: z.array(CheckedFinding).readonly(),
    notAssessable: z
      .array(z.custom<NotAssessable>().openapi('NotAssessable', { type: 'object' }))
      .readonly(),
    rejected: z
      .array(z.custom<RejectedCorrection>().openapi('RejectedCorrection', { type: 'object' }))
      .readonly(),
    unread: z.array(Cells).readonly().openapi({ description: '尚未识别的单元格' }),
  })
  .openapi('ReportCheck')

export const ReviewRemark = z
  .object({
    id: z.string(),
    versionNo: z.number(),
    target: ToldTarget,
    quote: z.string().nullable(),
    words: z.string(),
    madeBy: z.string(),
    madeAt: Instant,
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .openapi('ReviewRemark')

export const ReportView = z
  .object({
    report: ReportFile,
    version: ReportVersion.nullable(),
    check: ReportCheck.nullable(),
    waivers: z.array(ReportWaiver).readonly(),
    remarks: z.array(ReviewRemark).readonly(),
    steps: z.array(StepId).readonly().openapi({ description: '本人现在可以办理的步骤' }),
  })
  .openapi('ReportView')

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
})

/** A report in a list. */
export const ReportHead = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    reportYear: z.number(),
    dueOn: z.string(),
    state: StateId,
    version: z.number(),
    publishedOn: z.string().nullable(),
    daysLate: z.number(),
    openErrors: z.number().nullable().openapi({ description: '空为尚未检查，或者不能查看' }),
    openFindings: z.number().nullable(),
    checksFailed: z.boolean(),
  })
  .openapi('ReportHead')

export const ReportPage = z
  .object({ items: z.array(ReportHead).readonly(), next: z.string().nullable() })
  .openapi('ReportPage')

export const StartRequest = z
  .strictObject({ from: z.enum(['blank', 'last-year', 'consolidation']) })
  .openapi('StartRequest')

export const DraftRequest = z.strictObject({ document: Document }).openapi('DraftRequest')

export const DraftSaved = z
  .object({
    version: z.number(),
    check: ReportCheck.nullable().openapi({ description: '空为没有检查完，可以另行检查' }),
    unbound: z
      .array(z.custom<Binding>().openapi('Binding', { type: 'object' }))
      .readonly()
      .openapi({ description: '与单元格不一致，因此不再随单元格变动的数字' }),
  })
  .openapi('DraftSaved')

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
export const VersionComparison = z.custom<Comparison>().openapi('Comparison', { type: 'object' })

export type ReportFile = z.infer<typeof ReportFile>
export type VersionHead = z.infer<typeof VersionHead>
export type ReportVersion = z.infer<typeof ReportVersion>
export type ReportWaiver = z.infer<typeof ReportWaiver>
export type ReportCheck = z.infer<typeof ReportCheck>
export type ReviewRemark = z.infer<typeof ReviewRemark>
export type ReportView = z.infer<typeof ReportView>
export type ReportsQuery = z.input<typeof ReportsQuery>
export type ReportHead = z.infer<typeof ReportHead>
export type ReportPage = z.infer<typeof ReportPage>
export type StartRequest = z.input<typeof StartRequest>
export type DraftRequest = z.input<typeof DraftRequest>
export type DraftSaved = z.infer<typeof DraftSaved>
export type ReturnRequest = z.input<typeof ReturnRequest>
export type PublishRequest = z.input<typeof PublishRequest>
export type PublicReason = z.input<typeof PublicReason>
export type WaiveRequest = z.input<typeof WaiveRequest>
export type RemarkRequest = z.input<typeof RemarkRequest>
export type AnswerRequest = z.input<typeof AnswerRequest>
export type RestoreRequest = z.input<typeof RestoreRequest>
export type VersionComparison = z.infer<typeof VersionComparison>
