import { GROUNDS, REMEDY_KIND_IDS, REMEDY_RESULT_IDS } from '@gongkai/law'
import type { CellRef } from '@gongkai/report'
import { z } from '@hono/zod-openapi'
import { Cursor, Day, filled, Id, optional, PageSize, Reason } from './parts.js'

const Kind = z.enum(REMEDY_KIND_IDS).openapi('RemedyKind')
const RemedyResult = z.enum(REMEDY_RESULT_IDS).openapi('RemedyResult')
const Procedure = z.enum(['ordinary', 'simple'])
const Ground = z.enum(Object.keys(GROUNDS) as [keyof typeof GROUNDS]).nullable()
const day = z.string().nullable()
const Reckoned = z.object({ on: day, provisional: z.boolean() })

const Instance = z
  .object({
    caseNumber: z.string().nullable(),
    procedure: Procedure,
    receivedOn: z.string(),
    answerBy: day,
    answeredOn: day,
    decidedOn: day,
    result: RemedyResult.nullable(),
  })
  .openapi('RemedyInstance')

/** A reconsideration, suit or complaint of the register. */
export const Remedy = z
  .object({
    id: z.string(),
    authorityId: z.string(),
    authority: z.string(),
    kind: Kind,
    body: z.string().openapi({ description: '复议机关、法院、主管部门' }),
    requestId: z.string().nullable(),
    requestNumber: z.string().nullable(),
    decisionNumber: z.string().nullable().openapi({ description: '所涉答复的文号' }),
    letterId: z.string().nullable().openapi({ description: '所涉答复在台账中的文书' }),
    ground: Ground,
    afterId: z.string().nullable().openapi({ description: '复议后起诉的，在先的行政复议' }),
    instances: z.array(Instance).readonly(),
    answerDays: z.array(Reckoned).readonly().openapi({ description: '各审级的答复期限' }),
    redo: z
      .object({ from: z.string(), days: z.number(), doneOn: day, number: z.string().nullable() })
      .nullable()
      .openapi({ description: '责令重新作出的答复' }),
    redoDay: Reckoned.nullable(),
    nextOn: day,
    nextWhat: z.enum(['answer', 'redo']).nullable(),
    struckReason: z.string().nullable().openapi({ description: '登记错误、已去除的，原因' }),
    version: z.number().openapi({ description: '办理时在 If-Match 中带回' }),
  })
  .openapi('Remedy')

const NewInstance = z.object({
  caseNumber: optional(100),
  procedure: Procedure.default('ordinary'),
  receivedOn: Day,
  answerBy: Day.nullable().default(null).openapi({ description: '投诉的答复期限，由主管部门确定' }),
})

const links = {
  body: filled(200),
  requestId: Id.nullable().default(null),
  decisionNumber: optional(100),
  letterId: Id.nullable().default(null),
  ground: Ground.default(null),
  afterId: Id.nullable().default(null),
}

export const RegisterRemedy = z
  .object({ authorityId: Id, kind: Kind, ...links, instance: NewInstance })
  .openapi('RegisterRemedy')

export const RemedyAnswer = z.object({ on: Day })

export const RemedyDecision = z
  .object({
    on: Day,
    result: RemedyResult,
    redo: z
      .object({ from: Day, days: z.number().int().min(1).max(250).nullable().default(null) })
      .nullable()
      .default(null)
      .openapi({ description: '责令重新答复的：收到决定之日；期限为工作日，没有写明的为答复期限' }),
  })
  .openapi('RemedyDecision')

export const InstanceRequest = z.object({ instance: NewInstance })
export const RedoneRequest = z.object({ on: Day, number: optional(100) })

export const CorrectRemedy = z
  .object({
    reason: Reason,
    facts: z.object({
      ...links,
      instances: z
        .array(
          NewInstance.extend({
            answeredOn: Day.nullable().default(null),
            decidedOn: Day.nullable().default(null),
            result: RemedyResult.nullable().default(null),
          }),
        )
        .min(1)
        .max(9),
      redo: z
        .object({
          from: Day,
          days: z.number().int().min(1).max(250),
          doneOn: Day.nullable().default(null),
          number: optional(100),
        })
        .nullable()
        .default(null),
    }),
  })
  .openapi('CorrectRemedy')

export const StrikeRemedy = z.object({ reason: Reason })

export const RemediesQuery = z.object({
  authorityId: Id,
  below: z.stringbool().default(false).openapi({ description: '为 true 的，包括所属各机关的' }),
  queue: z
    .enum(['due', 'open', 'all'])
    .default('all')
    .openapi({ description: 'due 待答复或者待重新答复，open 未了结，all 全部' }),
  kind: Kind.optional(),
  result: RemedyResult.optional().openapi({ description: '最近一个审级的结果' }),
  requestId: Id.optional(),
  after: Cursor,
  limit: PageSize,
})

export const RemediesPage = z
  .object({ remedies: z.array(Remedy).readonly(), next: z.string().nullable() })
  .openapi('RemediesPage')

export const RegisterComparison = z
  .object({
    isUsed: z.boolean().openapi({ description: '该年度台账中有没有登记；没有的不作比较' }),
    differences: z
      .array(
        z.object({
          table: z.custom<CellRef['table']>().openapi({ type: 'string' }),
          row: z.string(),
          column: z.string(),
          report: z.number().nullable().openapi({ description: '空为报告中没有数字' }),
          register: z.number(),
        }),
      )
      .readonly(),
    fees: z
      .string()
      .nullable()
      .openapi({ description: '第六部分应写明的信息处理费情况；报告中已有的为空' }),
  })
  .openapi('RegisterComparison')

export type Remedy = z.infer<typeof Remedy>
export type RemediesPage = z.infer<typeof RemediesPage>
export type RegisterComparison = z.infer<typeof RegisterComparison>
