import type { FormId, SectionNo, TableKey } from '@gongkai/report'

/** A cell that is printed otherwise than the figures say. */
type PlantedCell = readonly [table: TableKey, row: string, column: string, printed: string]

/** An invented report as data: its words, its figures, and where they are wrong on purpose. */
export type ExampleSpec = {
  readonly name: string
  readonly as: 'txt' | 'html' | 'docx'
  readonly form: FormId
  readonly authority: string
  readonly year: number
  readonly intro: string
  readonly texts: Readonly<Partial<Record<SectionNo, string>>>
  /** The figures of table 二 in form order. */
  readonly proactive: readonly string[]
  /** Table 三, row by row: 自然人, 商业企业. Rows that are not named are 0; sums are worked out. */
  readonly requests: Readonly<Record<string, readonly [people: number, enterprises: number]>>
  /** 行政复议: 结果维持, 结果纠正, 其他结果, 尚未审结. There is no litigation. */
  readonly reconsideration: readonly [number, number, number, number]
  readonly planted: readonly PlantedCell[]
  /** Day and month as printed, or null where the date is left out on purpose. */
  readonly signedOn: string | null
}
