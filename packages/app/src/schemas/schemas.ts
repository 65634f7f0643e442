import {
  annualReportSchema,
  correctionSchema,
  findingSchema,
  problemSchema,
  type Schema,
} from '@gongkai/documents'
import { list, object, text } from './parts.js'

const checkSchema = object({
  file: text,
  ruleset: { type: 'string', description: '规则的版本' },
  findings: { ...list(findingSchema), description: '发现，按报告顺序，不含已豁免的' },
  notAssessable: {
    ...list(object({ rule: text, reason: text })),
    description: '无法判断的规则及原因；既不算通过，也不算有错',
  },
  waived: { ...list(findingSchema), description: '已豁免的发现' },
  rejected: {
    ...list(object({ correction: correctionSchema, reason: text })),
    description: '与报告不再相符、未采用的更正',
  },
  problems: { ...list(problemSchema), description: '读取时的问题' },
})

const refusedSchema = object({
  file: text,
  refusal: object({
    code: { type: 'string', pattern: String.raw`^[a-z]+\.[a-z-]+$` },
    message: { type: 'string', description: '原因和应当怎么办' },
  }),
})

export type SchemaName = 'read' | 'check' | 'refusal'

/**
 * The JSON Schemas of what the commands print, a line for each file: `read`, `check`, and `refusal` for a file that
 * could not be read.
 */
export const SCHEMAS: Readonly<Record<SchemaName, Schema>> = {
  read: annualReportSchema,
  check: published('check-result', '年度报告的检查结果', checkSchema),
  refusal: published('refusal', '未能读取的文件', refusedSchema),
}

function published(name: string, title: string, schema: Schema): Schema {
  const about = { $schema: annualReportSchema.$schema, $id: `urn:gongkai:${name}:1`, title }
  return { ...about, ...schema }
}
