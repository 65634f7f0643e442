import { findingSchema, type Schema } from '@gongkai/documents'
import { list, nullable, object, text } from '../schemas/parts.js'

const report: Schema = {
  type: 'object',
  description: '一份报告，即 gongkai read 的一个对象，可以带更正和豁免；见 /api/v1/schema/read',
}
const reports = list(report)

/** Of a check, only what a list prints. */
const result = object({
  file: text,
  ruleset: text,
  findings: list(findingSchema),
  notAssessable: list(object({ rule: text, reason: text })),
})

const read = object({ ok: { const: true }, report, result })
const refused = object({ ok: { const: false }, file: text, refusal: object({ message: text }) })

/** The JSON that each job takes. */
export const BODIES = {
  check: object(
    {
      report,
      previous: { ...nullable(report), description: '同一机关上年的报告' },
      siblings: { ...reports, description: '其他机关同年度的报告' },
      subordinates: { ...reports, description: '所属各单位同年度的报告' },
      authority: { type: ['string', 'null'], description: '机关全称' },
      publishedOn: {
        type: ['string', 'null'],
        format: 'date',
        description: '公布日期；缺省时以报告所载为准',
      },
    },
    ['previous', 'siblings', 'subordinates', 'authority', 'publishedOn'],
  ),
  write: report,
  findings: object({ results: list(result) }),
  overview: object({ files: list({ oneOf: [read, refused] }) }),
  merge: object({ reports, parent: { ...nullable(report), description: '本级的报告' } }, [
    'parent',
  ]),
  compare: object({ a: report, b: report }),
} as const satisfies Readonly<Record<string, Schema>>
