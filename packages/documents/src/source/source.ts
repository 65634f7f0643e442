import type { LocalDate, Refusal, Result } from '@gongkai/law'
import type { Place, Problem, Residue } from '@gongkai/report'

/** What a file was recognised as, by its content and not by its name. */
export type MediaKind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'json'
  | 'xml'
  | 'csv'

/** A piece of a printed line, set off by visible gaps, with its left and right edge in the line's own measure. */
export type Piece = {
  readonly text: string
  readonly extent: readonly [left: number, right: number]
  readonly at: Place
}

/** One line or paragraph that stands in no grid. `text` maps to `at` character by character. */
export type LineBlock = {
  readonly kind: 'line'
  readonly text: string
  readonly at: Place
  /** The line cut at its visible gaps, where the medium knows positions (a PDF page). */
  readonly pieces?: readonly Piece[]
}

/** One printed cell of a grid. Coordinates are grid columns and rows from 0, spans resolved. */
export type GridCell = {
  /** Lines inside the cell are joined by `\n`. */
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly at: Place
}

/** A table whose cells are known with their spans. Cells stand in reading order, blank ones included. */
export type GridBlock = {
  readonly kind: 'grid'
  readonly height: number
  readonly width: number
  readonly cells: readonly GridCell[]
}

export type Block = LineBlock | GridBlock

/** What every format is brought down to before the form is looked for: lines and grids in reading order. */
export type Source = {
  readonly kind: MediaKind
  readonly blocks: readonly Block[]
  /** What the adapter itself left out and why it matters: deleted text is left out in silence, page numbers are listed. */
  readonly residue: readonly Residue[]
  readonly problems: readonly Problem[]
  /** What the file says of itself outside its text: the head of a saved page. */
  readonly meta?: SourceMeta
}

/** The head of a page as the sites of Chinese authorities fill it; a field that is not stated is absent. */
export type SourceMeta = {
  readonly title?: string
  readonly publishedOn?: LocalDate
  readonly siteName?: string
}

/** Why a file is not read at all. Each message says what to do. */
export type DocumentRefusal = Refusal<
  | 'file.empty'
  | 'file.too-large'
  | 'file.inflates-too-far'
  | 'file.too-many-rows'
  | 'file.too-deep'
  | 'file.damaged'
  | 'file.encrypted'
  | 'file.no-text'
  | 'file.unsupported'
>

/** Bytes of one format brought down to lines and grids, or the refusal that says why not. */
export type Adapter = (bytes: Uint8Array) => Promise<Result<Source, DocumentRefusal>>
