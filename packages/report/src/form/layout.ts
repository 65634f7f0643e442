/** The form of 国办公开办函〔2019〕60号 (report years 2019, 2020) or that of 〔2021〕30号 (2021 on). */
export type FormId = '2019' | '2021'

export type TableKey = 'proactive' | 'requests' | 'remedies'

/** What a cell counts: pieces (`count`), a signed change (`change`), or money (`amount`). */
export type Measure = 'count' | 'change' | 'amount'

/** One cell of an official form. Its row and column are the official label or number. */
export type CellSpec = {
  readonly table: TableKey
  readonly row: string
  readonly column: string
  readonly measure: Measure
  /** The unit printed in the header, where there is one. */
  readonly unit: string | null
}

/** A printed line of the tables 二 and 三: label cells first, then one value for each column. */
export type RowSpec = {
  /** What `gongkai read` calls the row: `行政许可`, `三（三）1`. */
  readonly row: string
  /** The label as printed, with its number: `1.属于国家秘密`. */
  readonly label: string
  /** The group labels that stand merged before the row: `三、本年度办理结果`, `（三）不予公开`. */
  readonly groups: readonly string[]
}

/** A run of rows under one header: table 二 has five of them, table 三 one. */
export type BlockSpec = {
  readonly table: TableKey
  /** `第二十条第（一）项`, or the note over table 三. */
  readonly caption: string
  /** The header of the label column: `信息内容`. */
  readonly stub: string
  readonly columns: readonly ColumnSpec[]
  readonly rows: readonly RowSpec[]
}

export type ColumnSpec = {
  /** The official label: `本年制发件数`, `自然人`. */
  readonly column: string
  readonly measure: Measure
  readonly unit: string | null
}

export type FormLayout = {
  readonly form: FormId
  readonly blocks: readonly BlockSpec[]
  /** Every cell exactly once, in form order. */
  readonly cells: readonly CellSpec[]
}
