import {
  type CourseEntry as Entry,
  REPORT_STATES,
  type ReportState,
  SCHEMAS,
  STEPS,
  type Step,
} from '@gongkai/app'
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
import { Instant, Total } from './parts.js'
import { RoleId } from './session.js'

export const StateId = z
  .enum(Object.keys(REPORT_STATES) as [ReportState, ...ReportState[]])
  .openapi('ReportState')
export const StepId = z
  .enum([...new Set(STEPS.map(({ step }) => step))] as [Step, ...Step[]])
  .openapi('ReportStep')

/** A report as `gongkai read` gives it. */
export const Document = z.custom<SavedReport>().openapi('Report', { ...SCHEMAS.read } as object)

const Cells = z.custom<CellRef>().openapi('CellRef', { type: 'object' })
const ToldTarget = z.custom<Target>().openapi('Target', { type: 'object' })

export const ReportFile = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    carriedBy: z.string().nullable().openapi({ description: '原机关已撤销的，由该机关承接' }),
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
    dissolvedOn: z.string().nullable().openapi({ description: '编制机关撤销的日期' }),
    closedOn: z.string().nullable().openapi({ description: '不再编制的，决定的日期' }),
    closedReason: z.string().nullable(),
    closedBasis: z.string().nullable(),
  })
  .openapi('ReportFile')

const Doer = z.object({ personId: z.string(), onBehalfOf: z.string().nullable() })

const Origin = z.union([
  z.object({ kind: z.enum(['blank', 'lastYear', 'consolidation', 'register', 'edited']) }),
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
    people: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .readonly()
      .openapi({ description: '本人可以查看的办理人员的姓名' }),
    steps: z.array(StepId).readonly().openapi({ description: '本人现在可以办理的步骤' }),
  })
  .openapi('ReportView')

/** One step that was taken on a report. */
export const CourseEntry = z
  .object({
    id: z.string(),
    step: z.enum(
      STEPS.map(({ step }) => step).filter((step) => step !== 'start' && step !== 'save') as [
        Entry['step'],
        ...Entry['step'][],
      ],
    ),
    no: z.number().nullable().openapi({ description: '版本' }),
    personId: z.string(),
    person: z.string().nullable(),
    onBehalfOf: z.string().nullable().openapi({ description: '代理的，被代理人的姓名' }),
    role: RoleId,
    at: Instant,
    publishedOn: z.string().nullable().openapi({ description: '实际公布的日期' }),
    remark: z.string().nullable(),
  })
  .openapi('CourseEntry')

/** A report in a list. */
export const ReportHead = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    carriedBy: z.string().nullable().openapi({ description: '原机关已撤销的，由该机关承接' }),
    reportYear: z.number(),
    dueOn: z.string(),
    state: StateId,
    version: z.number(),
    publishedOn: z.string().nullable(),
    closedReason: z.string().nullable().openapi({ description: '不再编制的理由' }),
    daysLate: z.number(),
    openErrors: z.number().nullable().openapi({ description: '空为尚未检查，或者不能查看' }),
    openFindings: z.number().nullable(),
    checksFailed: z.boolean(),
  })
  .openapi('ReportHead')

export const ReportPage = z
  .object({ items: z.array(ReportHead).readonly(), next: z.string().nullable(), total: Total })
  .openapi('ReportPage')

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

export const VersionComparison = z.custom<Comparison>().openapi('Comparison', { type: 'object' })

export type ReportFile = z.infer<typeof ReportFile>
export type VersionHead = z.infer<typeof VersionHead>
export type ReportVersion = z.infer<typeof ReportVersion>
export type ReportWaiver = z.infer<typeof ReportWaiver>
export type ReportCheck = z.infer<typeof ReportCheck>
export type ReviewRemark = z.infer<typeof ReviewRemark>
export type CourseEntry = z.infer<typeof CourseEntry>
export type ReportView = z.infer<typeof ReportView>
export type ReportHead = z.infer<typeof ReportHead>
export type ReportPage = z.infer<typeof ReportPage>
export type DraftSaved = z.infer<typeof DraftSaved>
export type VersionComparison = z.infer<typeof VersionComparison>
