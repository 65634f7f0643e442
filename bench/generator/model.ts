/** The form of 2019 (trial, report years 2019 and 2020) or of 2021 (report years from 2021). */
export type FormId = '2019' | '2021'

/** Tables two, three and four of the report. */
export type TableId = 'proactive' | 'requests' | 'remedies'

/** `number`: a figure; `blank`: nothing; `mark`: a stroke or 无; `text`: words without a figure. */
type CellState = 'number' | 'blank' | 'mark' | 'text'

/** One cell of the form as the report fills it; `unit` only where the cell itself writes one. */
export interface TruthCell {
  table: TableId
  row: string
  column: string
  state: CellState
  value: number | null
  unit: string | null
  raw: string
}

/** One of the six sections; `heading` is what is printed, `title` the official words. */
export interface TruthSection {
  no: '一' | '二' | '三' | '四' | '五' | '六'
  title: string
  heading: string
  text: string
}

/** A mistake put in on purpose: the rule that should find it, and the wrong words. */
export interface Planted {
  rule: string
  says: string
}

/** Departures of the printed tables and pages from the official form. */
interface Layout {
  before: string[]
  relabel: { table: TableId; from: string; to: string }[]
  drop: { table: TableId; row: string }[]
  swap: { table: TableId; first: string; second: string }[]
}

/** Who reports: the name, how the text calls itself, and what it may do. */
export interface Authority {
  name: string
  self: string
  region: string
  regionWord: string
  site: string
  kind: 'government' | 'department' | 'township'
  level: 'province' | 'city' | 'county' | 'district' | 'town' | 'street'
  makesRules: boolean
}

/** A report as it should be read. Every cell of the form stands in `cells` once, in form order. */
export interface Truth {
  form: FormId
  title: string
  authority: string
  year: number
  cells: TruthCell[]
  sections: TruthSection[]
  intro: string
  signature: string
  signedOn: string | null
  signedText: string
  planted: Planted[]
  layout: Layout
}

/** A printed row that lost what keeps its cells apart; `cells` are the cells of the form it held. */
export interface LossyRow {
  table: TableId
  cells: { row: string; column: string }[]
  /** The one string the cells were glued to; or, where only blanks are lost, the texts that are left. */
  print: string | string[]
}

/** A rendered document. `separators` is false where cell borders or blanks are truly lost. */
export interface Rendered {
  name: string
  bytes: Uint8Array
  shape: string
  separators: boolean
  noise: string[]
  /** The rows of the tables as they are left; absent where every cell keeps its place. */
  print?: LossyRow[]
}
