import { type TableView, viewRows } from '@gongkai/report'
import type { Spot } from '../../../report/move-in-table.js'

/** What a pasted block comes to: the new contents by `cellKey`, and how many values had no place. */
export type Pasted = {
  readonly cells: ReadonlyMap<string, string>
  readonly left: number
  /** How many names of rows and columns were copied with the figures and left out. */
  readonly words: number
}

type Rows = readonly (readonly string[])[]

/** A cell of a table as a spreadsheet or a word processor copies it. */
type CopiedCell = {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
}

/** The names that the form itself prints, as `wordOf` reads them. */
type FormWords = {
  readonly labels: ReadonlySet<string>
  /** Captions and headers of columns that name no row too (总计 names both). */
  readonly heads: ReadonlySet<string>
}

/** The rows of what a spreadsheet copies: tabs between cells, line feeds between rows, quotes round what holds either. */
export function rowsOf(text: string): Rows {
  const rows: string[][] = [[]]
  const pieces = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [, cell = '', end = ''] = match
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '' || pieces.lastIndex >= text.length) break
    if (end !== '\t') rows.push([])
  }
  return rows.map((row) => row.map(oneLine))
}

/** The rows of a copied table with merged cells: what a cell covers beside its own place is empty. */
export function laidOut(copied: readonly (readonly CopiedCell[])[]): Rows {
  const rows: string[][] = copied.map(() => [])
  for (const [at, cells] of copied.entries()) {
    let column = 0
    for (const { text, colSpan, rowSpan } of cells) {
      while (rows[at]?.[column] !== undefined) column += 1
      for (const row of rows.slice(at, at + rowSpan)) {
        for (let right = 0; right < colSpan; right += 1) row[column + right] = ''
      }
      const own = rows[at]
      if (own) own[column] = oneLine(text)
    }
  }
  // Where a row above reaches down past a gap, the gap is empty.
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''))
}

/** The names on a table of the form. */
export function formWords(view: TableView): FormWords {
  const words = viewRows(view).flatMap((row) => row.filter((cell) => cell.kind !== 'value'))
  const of = (isLabel: boolean) =>
    words.filter(({ kind }) => (kind === 'label') === isLabel).map(({ text }) => wordOf(text))
  const labels = new Set(of(true))
  return { labels, heads: new Set(of(false).filter((word) => !labels.has(word))) }
}

/**
 * Lays copied rows over a table from the cell of key `from` on: to the right in its row, downwards row by row as they are printed. Names
 * of the form that were copied with the figures are left out. Empty cells of the block blank what stands there; what has no place is left
 * out and counted.
 */
export function pasteAt(
  spots: readonly Spot[],
  from: string,
  copied: Rows,
  form: FormWords,
): Pasted {
  const start = spots.find((spot) => spot.key === from)
  const cells = new Map<string, string>()
  if (!start) return { cells, left: 0, words: 0 }
  const first = inRow(spots, start.row).indexOf(start)
  const rows = copied.filter((row) => !isHead(row, form))
  let left = 0
  let words = copied.length - rows.length
  for (const [down, row] of rows.entries()) {
    const places = inRow(spots, start.row + down)
    const figures = figuresOf(row, labelsBefore(row, form), places.length - first)
    if (figures.length < row.length) words += 1
    for (const [right, value] of figures.entries()) {
      const place = places[first + right]
      if (place) cells.set(place.key, value)
      else if (value !== '') left += 1
    }
  }
  return { cells, left, words }
}

/** A row after its name; of the empty cells that a merged name covers, those that would push figures off the table are left out. */
function figuresOf(row: readonly string[], labels: number, room: number): readonly string[] {
  const rest = row.slice(labels)
  if (labels === 0) return rest
  const filled = rest.findIndex((cell) => cell !== '')
  return rest.slice(Math.max(0, Math.min(filled, rest.length - room)))
}

/** How many cells at the start of a row are its name, or empty before it. */
function labelsBefore(row: readonly string[], { labels }: FormWords): number {
  const isLabel = (cell: string) => isOneOf(labels, cell)
  const other = row.findIndex((cell) => cell !== '' && !isLabel(cell))
  return row.slice(0, other < 0 ? row.length : other).findLastIndex(isLabel) + 1
}

/** A row of nothing but names, one of which is not of a row. */
function isHead(row: readonly string[], { labels, heads }: FormWords): boolean {
  const said = row.filter((cell) => cell !== '')
  return (
    said.some((cell) => isOneOf(heads, cell)) &&
    said.every((cell) => isOneOf(heads, cell) || isOneOf(labels, cell))
  )
}

/** Names are shortened and spelled out in copies: one that begins like the other is the same. */
function isOneOf(words: ReadonlySet<string>, cell: string): boolean {
  const word = wordOf(cell)
  if (word.length < 2) return false
  return [...words].some(
    (one) => one === word || (one.length > 1 && (one.startsWith(word) || word.startsWith(one))),
  )
}

/** The characters of a name without its number. */
function wordOf(text: string): string {
  return text
    .replace(/^[\s（(]*[一二三四五六七八九十\d]+[）)、.．\s]+/, '')
    .replace(/[^\p{Script=Han}]/gu, '')
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

function inRow(spots: readonly Spot[], row: number): readonly Spot[] {
  return spots.filter((spot) => spot.row === row)
}
