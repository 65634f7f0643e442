import type { CellRef } from '../reading/finding.js'
import type { TableKey } from './layout.js'

/** Where a printed cell stands: rows and columns of its table from 0, and how many it covers. */
export type Span = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/**
 * A cell that carries words of the form. `caption` stands over a block or over the labels, `column` over values,
 * `label` before values.
 */
export type WordCell = Span & {
  readonly kind: 'caption' | 'column' | 'label'
  /** Unique within a report: `requests-0-3`. */
  readonly id: string
  readonly text: string
}

/** A cell that carries a value, and the word cells that say which. */
export type ValueCell = Span & {
  readonly kind: 'value'
  readonly cell: CellRef
  /** Ids of its captions, column headers and labels, in that order. */
  readonly headers: readonly string[]
}

export type ViewCell = WordCell | ValueCell
export type ViewRow = readonly ViewCell[]

/** Header rows and the rows under them. Table 二 has a block for each item of 条例第二十条. */
export type ViewBlock = { readonly head: readonly ViewRow[]; readonly body: readonly ViewRow[] }

/** A cell before its place is known: rows are filled from the left past what spans down into them. */
export type Draft = { readonly rowSpan?: number; readonly colSpan?: number } & (
  | { readonly kind: WordCell['kind']; readonly text: string }
  | { readonly kind: 'value'; readonly cell: CellRef }
)
/** A block of drafts. */
export type DraftBlock = {
  readonly head: readonly (readonly Draft[])[]
  readonly body: readonly (readonly Draft[])[]
}

/**
 * Gives the cells of a block their places. `top` is the first row of the block in its table, `width` the number of
 * the table's columns.
 */
export function placeBlock(
  table: TableKey,
  top: number,
  width: number,
  { head, body }: DraftBlock,
): ViewBlock {
  /** The first row, for each column, that nothing spans down into. */
  const free = new Array<number>(width).fill(top)
  const words: WordCell[] = []
  const rows = [...head, ...body].map((drafts, index) => {
    const row = top + index
    return drafts.map((draft): ViewCell => {
      const column = free.findIndex((from) => from <= row)
      const { rowSpan = 1, colSpan = 1 } = draft
      free.fill(row + rowSpan, column, column + colSpan)
      const span = { row, column, rowSpan, colSpan }
      if (draft.kind === 'value') {
        return { ...span, kind: 'value', cell: draft.cell, headers: headersOf(words, span) }
      }
      const { kind, text } = draft
      const cell = { ...span, kind, text, id: `${table}-${row}-${column}` }
      words.push(cell)
      return cell
    })
  })
  return { head: rows.slice(0, head.length), body: rows.slice(head.length) }
}

function headersOf(words: readonly WordCell[], { row, column, colSpan }: Span): string[] {
  const above = (word: WordCell) =>
    word.kind !== 'label' && word.column < column + colSpan && column < word.column + word.colSpan
  const beside = (word: WordCell) =>
    word.kind === 'label' && word.row <= row && row < word.row + word.rowSpan
  return [...words.filter(above), ...words.filter(beside)].map(({ id }) => id)
}
