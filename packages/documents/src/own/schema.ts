import { SECTION_NUMBERS } from '@gongkai/report'

/** The part of JSON Schema (2020-12) that `annualReportSchema` is written in and `matchSchema` understands. */
export type Schema = {
  readonly type?: JsonType | readonly JsonType[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | boolean
  readonly format?: 'date'
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly oneOf?: readonly Schema[]
  readonly default?: null | string | readonly never[]
  readonly description?: string
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

const text: Schema = { type: 'string' }
const nullableText: Schema = { type: ['string', 'null'] }
const index: Schema = { type: 'integer', minimum: 0 }
const ordinal: Schema = { type: 'integer', minimum: 1 }
const nullableDay: Schema = { type: ['string', 'null'], format: 'date', default: null }

const no: Schema = { enum: SECTION_NUMBERS }
const table: Schema = { enum: ['proactive', 'requests', 'remedies'] }
const part: Schema = {
  type: 'string',
  pattern: `^(title|intro|signature|(heading|section)/[${SECTION_NUMBERS.join('')}])$`,
}

const place: Schema = {
  description: '出处，按文件类型不同：行列、页面坐标（磅）、段落、表格、工作表、字段',
  oneOf: [
    tagged('line', { line: ordinal, column: ordinal, endLine: ordinal, endColumn: ordinal }),
    tagged('page', { page: ordinal, box: list({ type: 'number' }, 4) }),
    tagged('paragraph', { paragraph: ordinal, start: index, end: index }),
    tagged('table', { table: ordinal, row: ordinal, column: ordinal }),
    tagged('sheet', { sheet: text, cell: text }),
    tagged('field', { path: text }),
  ],
}
const at: Schema = { oneOf: [{ type: 'null' }, place], default: null }

const cellRef = object({ table, row: text, column: text })
const textTarget = tagged('text', { part, start: index, end: index })
const target: Schema = {
  oneOf: [textTarget, tagged('cells', { cells: list(cellRef) }), tagged('report', {})],
}

const cell = object(
  {
    table,
    row: { type: 'string', description: '正式表格的行：行政许可、三（三）1、复议后起诉' },
    column: { type: 'string', description: '正式表格的列：本年制发件数、自然人、结果维持' },
    state: {
      enum: ['number', 'blank', 'mark', 'text', 'unread'],
      description: '数字、空白、符号（/、-、无）、其他文字、未能读出',
    },
    value: { type: ['number', 'null'], description: '仅state为number时有值，以unit为单位' },
    unit: nullableText,
    raw: { type: ['string', 'null'], description: '原文' },
    inferred: { type: 'boolean', description: '该位置是否由勾稽关系推定' },
    at,
  },
  ['at'],
)

const section = object(
  {
    no,
    title: text,
    heading: { type: 'string', description: '原文标题行；缺省为“序号、标题”' },
    text: { type: 'string', description: '正文，每段一行，不含表格' },
  },
  ['heading'],
)

const figure = object({
  part,
  start: index,
  end: index,
  raw: text,
  value: { type: 'number' },
  unit: nullableText,
  subject: text,
})

const label = object({
  table,
  label: text,
  printed: text,
  kind: {
    enum: ['broken', 'spaced', 'width', 'residue', 'altered', 'missing', 'extra', 'moved'],
  },
  at,
})

const residue = object({
  kind: { enum: ['navigation', 'bookmark', 'page-number', 'broken-paragraph', 'meta', 'other'] },
  text,
  at,
})

/** A person's correction of a reading. */
export const correctionSchema = object({
  target: { oneOf: [tagged('cell', { cell: cellRef }), textTarget] },
  from: nullableText,
  to: text,
  reason: nullableText,
})

/** Something that could not be read. */
export const problemSchema = object({ code: text, at, message: text })

/** Something found wrong or doubtful. */
export const findingSchema = object({
  rule: text,
  severity: { enum: ['error', 'warning', 'note'] },
  message: { type: 'string', description: '问题和应当怎么办' },
  target,
  at,
  says: { ...nullableText, description: '原文' },
  shouldBe: { ...nullableText, description: '可以确定的更正' },
  basis: { type: 'string', description: '依据' },
})

/** What `gongkai read` gives for a file and `gongkai write` takes, with a person's amendments where there are any. */
export const annualReportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:gongkai:annual-report:1',
  title: '政府信息公开工作年度报告',
  ...object(
    {
      file: text,
      sha256: {
        ...{ type: ['string', 'null'], pattern: '^[0-9a-f]{64}$' },
        description: '来源文件的摘要；在本系统编制、没有来源文件的为null',
      },
      mediaType: { ...nullableText, description: '来源文件的类型；没有来源文件的为null' },
      form: { enum: ['2019', '2021', 'before-2019', 'unknown'] },
      title: nullableText,
      authority: nullableText,
      year: { type: ['integer', 'null'], minimum: 1000, maximum: 9999 },
      intro: text,
      sections: list(section),
      cells: {
        ...list(cell),
        description: '规定表格的每个单元格恰好一次，按表格顺序；没有规定表格的为空',
      },
      signature: { ...nullableText, default: null },
      signedOn: nullableDay,
      publishedOn: nullableDay,
      figures: optionalList(figure),
      labels: optionalList(label),
      residue: optionalList(residue),
      problems: list(problemSchema),
      trace: optionalList(object({ part, start: index, end: index, at: place })),
      corrections: optionalList(correctionSchema),
      waivers: optionalList(object({ rule: text, target, reason: text })),
      bindings: {
        ...list(object({ part, start: index, end: index, cell: cellRef })),
        description: '正文中随单元格变动的数字；位置按更正后的正文计。编制时使用，公开的文件中没有',
      },
    },
    [
      'signature',
      'signedOn',
      'publishedOn',
      'figures',
      'labels',
      'residue',
      'trace',
      'corrections',
      'waivers',
      'bindings',
    ],
  ),
} as const satisfies Schema & Readonly<Record<`$${string}` | 'title', string>>

/** An object whose fields are all required but those named in `optional`. */
function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema & { readonly type: 'object' } {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required }
}

/** One kind of a union, told by its `kind`. */
function tagged(kind: string, properties: Readonly<Record<string, Schema>>): Schema {
  return object({ kind: { const: kind }, ...properties })
}

function list(items: Schema, length?: number): Schema {
  return { type: 'array', items, ...(length && { minItems: length, maxItems: length }) }
}

function optionalList(items: Schema): Schema {
  return { ...list(items), default: [] }
}
