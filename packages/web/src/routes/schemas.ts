import { annualReportSchema, type CheckResult } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { z } from '@hono/zod-openapi'

const isObject = (value: unknown) => typeof value === 'object' && value !== null
const FIELDS = ['form', 'sections', 'cells', 'problems']
/** Without these it would be taken for a text that holds no report, and found without fault. */
const isReport = (value: unknown) =>
  isObject(value) && FIELDS.every((field) => Object.hasOwn(Object(value), field))

/**
 * A report as `gongkai read` gives it. Its fields are held against the published schema where it is taken in
 * (`takeReport`), in a thread of its own.
 */
export const Report = z
  .custom<SavedReport>(isReport, { error: '应为一份报告（gongkai read 的一个对象）' })
  .openapi('Report', { ...annualReportSchema } as object)

/** The result of `gongkai check` for one file. */
export const Check = z
  .custom<CheckResult>(isObject)
  .openapi('CheckResult', { type: 'object', description: 'gongkai check --json 的一个对象' })

const words = z.string()
const nullableWords = z.string().nullable()

const cellRef = z.object({
  table: z.enum(['proactive', 'requests', 'remedies']),
  row: words,
  column: words,
})

const target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    part: z.custom<never>((value) => typeof value === 'string').openapi({ type: 'string' }),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.object({ kind: z.literal('cells'), cells: z.array(cellRef) }),
  z.object({ kind: z.literal('report') }),
])

const ordinal = z.int().min(1)
const index = z.int().min(0)

const place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    line: ordinal,
    column: ordinal,
    endLine: ordinal,
    endColumn: ordinal,
  }),
  z.object({
    kind: z.literal('page'),
    page: ordinal,
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
  z.object({ kind: z.literal('paragraph'), paragraph: ordinal, start: index, end: index }),
  z.object({ kind: z.literal('table'), table: ordinal, row: ordinal, column: ordinal }),
  z.object({ kind: z.literal('sheet'), sheet: words, cell: words }),
  z.object({ kind: z.literal('field'), path: words }),
])

const finding = z.object({
  rule: words,
  severity: z.enum(['error', 'warning', 'note']),
  message: words,
  target,
  at: place.nullable(),
  says: nullableWords,
  shouldBe: nullableWords,
  basis: words,
})

/** The result of a check as it comes back in, to be made a list of: only what the list prints. */
export const GivenCheck = z
  .object({
    file: words,
    ruleset: words,
    findings: z.array(finding),
    notAssessable: z.array(z.object({ rule: words, reason: words })),
  })
  .transform((check): CheckResult => ({ ...check, waived: [], rejected: [], problems: [] }))
