import { z } from '@hono/zod-openapi'
import { Day, filled, Instant, line, optional } from './parts.js'

const Year = z.number().int().min(1900).max(9000)
/** A year has fewer days off; a notice names each. */
const Days = z.array(Day).max(200).readonly()

const Holidays = z
  .strictObject({
    kind: z.literal('holidays'),
    year: Year,
    off: Days.openapi({ description: '放假的日期' }),
    on: Days.openapi({ description: '调休上班的日期' }),
    settlesYear: z
      .boolean()
      .openapi({ description: '是否为国务院办公厅对全年的安排；本地区的假日为否' }),
  })
  .openapi('HolidayNotice')

const DueDay = z
  .strictObject({
    kind: z.literal('localDuty'),
    area: filled(100).openapi({ description: '适用的地区' }),
    level: z
      .enum(['department', 'government', 'township'])
      .openapi({ description: '政府部门；县级以上人民政府；乡镇、街道' }),
    fromReportYear: Year,
    untilReportYear: Year.nullable().openapi({ description: '空为长期适用' }),
    monthDay: z
      .string()
      .regex(/^\d\d-\d\d$/, '应为月和日，如01-20')
      .openapi({ description: '报告年度次年的月-日', example: '01-20' }),
  })
  .openapi('LocalDueDay')

const Value = z
  .strictObject({
    kind: z.literal('value'),
    key: filled(200).openapi({ description: '待核实清单中的一项' }),
    corrected: z
      .record(z.string().max(50), line(5000))
      .nullable()
      .openapi({ description: '更正后的各项；空为核实无误' }),
  })
  .openapi('SettledValue')

const Content = z.discriminatedUnion('kind', [Holidays, DueDay, Value]).openapi('OverlayContent')

const Source = z
  .strictObject({
    title: filled(200),
    number: optional(100).openapi({ description: '文号' }),
    issuedOn: Day.openapi({ description: '印发日期' }),
    foundAt: optional(500).openapi({ description: '文件名或者网址' }),
  })
  .openapi('OverlaySource')

export const OverlayRequest = z
  .strictObject({ content: Content, source: Source })
  .openapi('OverlayRequest')

export const MovedDates = z
  .object({
    dueDays: z
      .array(
        z.object({
          reportId: z.string(),
          authorityId: z.string(),
          authority: z.string(),
          reportYear: z.number(),
          before: z.string(),
          after: z.string(),
        }),
      )
      .readonly()
      .openapi({ description: '尚未公布的报告，公布时限移动的' }),
    requests: z
      .array(
        z.object({
          requestId: z.string(),
          authorityId: z.string(),
          authority: z.string(),
          requestNumber: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .readonly()
      .openapi({ description: '尚未办结的申请，答复期限或者其他日期移动的' }),
    remedies: z
      .array(
        z.object({
          remedyId: z.string(),
          authorityId: z.string(),
          authority: z.string(),
          what: z.enum(['answer', 'redo']),
          before: z.string(),
          after: z.string(),
        }),
      )
      .readonly()
      .openapi({ description: '行政复议、行政诉讼的答复期限，重新答复的期限，移动的' }),
    days: z
      .array(z.object({ date: z.string(), isWorked: z.boolean() }))
      .readonly()
      .openapi({ description: '改为工作日或者休息日的日期' }),
    settledThrough: z
      .object({ before: z.string(), after: z.string() })
      .nullable()
      .openapi({ description: '放假安排收录到哪一天，有变化的' }),
  })
  .openapi('MovedDates')

export const OverlayProposed = z
  .object({ id: z.string(), moved: MovedDates })
  .openapi('OverlayProposed')

const State = z
  .enum(['proposed', 'approved', 'rejected', 'withdrawn'])
  .openapi({ description: '待复核；现行；未获同意；已撤回' })

const Overlay = z
  .object({
    id: z.string(),
    content: Content,
    source: Source,
    state: State,
    steps: z
      .array(
        z.object({
          state: State,
          by: z.string().nullable().openapi({ description: '人员；空为在服务器上提出' }),
          at: Instant,
          reason: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .openapi('Overlay')

const LawValue = z
  .object({
    key: z.string(),
    label: z.string(),
    fields: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          kind: z.enum(['text', 'monthDay', 'days', 'years', 'months', 'yesNo']),
          value: z.string(),
        }),
      )
      .readonly(),
    citation: z.string(),
    isReckonedWith: z
      .boolean()
      .openapi({ description: '更正后是否即时生效；否的，检查规则在程序更新时采用' }),
    settledBy: z.string().nullable().openapi({ description: '据以核实的一项；空为待核实' }),
  })
  .openapi('LawValue')

export const LawData = z
  .object({
    overlays: z.array(Overlay).readonly(),
    values: z.array(LawValue).readonly(),
    calendar: z.object({
      settledThrough: z.string(),
      years: z.array(z.object({ year: z.number(), notice: z.string() })).readonly(),
    }),
  })
  .openapi('LawData')

export type OverlayRequest = z.input<typeof OverlayRequest>
export type OverlayProposed = z.infer<typeof OverlayProposed>
export type MovedDates = z.infer<typeof MovedDates>
export type Overlay = z.infer<typeof Overlay>
export type LawValue = z.infer<typeof LawValue>
export type LawData = z.infer<typeof LawData>
