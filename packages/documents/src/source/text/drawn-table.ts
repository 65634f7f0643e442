import { partOfColumns, placeOfColumns } from '../part-of.js'
import type { GridBlock, GridCell } from '../source.js'
import {
  alignedTo,
  type DrawnLine,
  drawnLine,
  isEdged,
  isRuleLine,
  type Segment,
} from './drawn-line.js'
import type { TextLine } from './lines.js'
import type { Marked } from './marked.js'
import { isWrapped, roomBehind, VALUE } from './wrapping.js'

/** What stands in a table that is drawn with characters, and how many lines it takes. */
export type DrawnTable = { readonly length: number; readonly grid: GridBlock }

/** A table of the form has some hundred lines and 17 columns. */
const MOST_LINES = 2000
const MOST_EDGES = 100

/** The lines between two rules. */
type Band = readonly DrawnLine[]

/** The table in lines: where columns begin, bands, and the rule line above each band but the first. */
type Drawing = {
  readonly xs: readonly number[]
  readonly bands: readonly Band[]
  readonly rules: readonly DrawnLine[]
  readonly plain: PlainText
}

/** What a stretch of a line from `column` on says in the medium: without its marks in Markdown. */
type PlainText = (text: string, column: number) => Marked

/**
 * The table drawn with box characters or with `+---+` that starts at line `at`, a cell's printed lines in one cell. Null
 * where none starts, or where its strokes do not show which cell is which: then its lines are read as lines.
 */
export function drawnTable(
  lines: readonly TextLine[],
  at: number,
  plain: PlainText,
): DrawnTable | null {
  const before = lines[at - 1]
  if (before && isEdged(before)) return null
  const end = endOfEdged(lines, at)
  if (end - at < 2 || end - at > MOST_LINES) return null
  for (const box of [1, 2]) {
    const drawn = lines.slice(at, end).map((line) => drawnLine(line, box))
    const drawing = drawn.some(isRuleLine)
      ? (drawingOf(drawn, plain) ?? drawingOf(realigned(drawn), plain))
      : null
    const cells = drawing && cellsOf(drawing)
    if (!drawing || !cells) continue
    const { xs, bands } = drawing
    return {
      length: end - at,
      grid: { kind: 'grid', height: bands.length, width: xs.length - 1, cells },
    }
  }
  return null
}

function endOfEdged(lines: readonly TextLine[], at: number): number {
  let end = at
  for (let line = lines[end]; line && isEdged(line); line = lines[end]) end++
  return end
}

/** Lines of words with their strokes under those of the rules around them; rules keep theirs. */
function realigned(drawn: readonly DrawnLine[]): readonly DrawnLine[] {
  return drawn.map((line, at) => {
    if (hasRule(line)) return line
    return alignedTo(line, drawn.slice(0, at).findLast(hasRule), drawn.slice(at).find(hasRule))
  })
}

/** Whether strokes run through some of the line: beside merged cells a rule does not cross the whole table. */
function hasRule({ segments }: DrawnLine): boolean {
  return segments.some(({ isRule }) => isRule)
}

/** Where a rule begins and ends. */
function cornersOf({ from, to, isRule }: Segment): number[] {
  return isRule ? [from.x, to.x] : []
}

/** Null where a stroke of some line stands under none of a rule: characters of another width were counted. */
function drawingOf(drawn: readonly DrawnLine[], plain: PlainText): Drawing | null {
  const corners = new Set(drawn.flatMap(({ segments }) => segments.flatMap(cornersOf)))
  if (corners.size > MOST_EDGES) return null
  if (!drawn.every(({ edges }) => edges.every(({ x }) => corners.has(x)))) return null
  const bands: DrawnLine[][] = []
  const rules: DrawnLine[] = []
  let open: DrawnLine[] = []
  const close = () => {
    if (open.length > 0) bands.push(open)
    open = []
  }
  for (const line of drawn) {
    if (!hasRule(line)) {
      open.push(line)
      continue
    }
    close()
    rules[bands.length] = line
  }
  close()
  return { xs: [...corners].sort((a, b) => a - b), bands, rules, plain }
}

/** Every cell with its spans in reading order; null where strokes contradict each other. */
function cellsOf(drawing: Drawing): GridCell[] | null {
  const { xs, bands } = drawing
  const cells: GridCell[] = []
  const taken = bands.map(() => new Set<number>())
  for (const row of bands.keys()) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken[row]?.has(column)) continue
      const cell = cellAt(drawing, row, column)
      if (!cell) return null
      cells.push(cell)
      for (let below = row; below < row + cell.rowSpan; below++) {
        for (let at = column; at < column + cell.colSpan; at++) taken[below]?.add(at)
      }
    }
  }
  return cells
}

function cellAt(drawing: Drawing, row: number, column: number): GridCell | null {
  const { xs, bands, rules, plain } = drawing
  const band = bands[row] ?? []
  const to = cellEnd(band, xs, column)
  if (to === null) return null
  const [left = 0, right = 0] = [xs[column], xs[to]]
  let rowSpan = 1
  let lines = [...band]
  for (; isOpen(rules[row + rowSpan], left, right); rowSpan++) {
    lines = [
      ...lines,
      ...rules.slice(row + rowSpan, row + rowSpan + 1),
      ...(bands[row + rowSpan] ?? []),
    ]
  }
  const parts = lines.flatMap((line) => sliceOf(line, left, right, plain) ?? [])
  if (parts.length !== lines.length) return null
  if (rowSpan === 1 && isListed(parts, hasValues(drawing, row))) return null
  return { row, column, rowSpan, colSpan: to - column, ...printed(parts) }
}

/**
 * Whether the lines of a cell are rows with no rule between them: several values, or words beside values that go on
 * in the next line though there was room for them.
 */
function isListed(parts: readonly Part[], hasValues: boolean): boolean {
  const words = parts.filter(({ text }) => text !== '')
  if (words.filter(({ text }) => VALUE.test(text)).length > 1) return true
  return hasValues && words.slice(1).some(({ text }, at) => !isWrapped(text, words[at]?.room ?? 0))
}

function hasValues({ bands, plain }: Drawing, row: number): boolean {
  return (bands[row] ?? []).some(({ line, segments }) =>
    segments.some(({ from, to }) =>
      VALUE.test(plain(line.text.slice(from.index + 1, to.index), line.column).text.trim()),
    ),
  )
}

/** The column at which the next stroke of the band stands; null where its lines disagree. */
function cellEnd(band: Band, xs: readonly number[], column: number): number | null {
  const ends = band.map(({ edges }) => edges.find(({ x }) => x > (xs[column] ?? 0))?.x)
  const [first] = ends
  if (first === undefined || ends.some((one) => one !== first)) return null
  return xs.indexOf(first)
}

/** Whether no rule is drawn between two edges: the cell goes on below it. */
function isOpen(rule: DrawnLine | undefined, left: number, right: number): boolean {
  return (
    rule?.segments.some(({ from, to, isRule }) => !isRule && from.x <= left && to.x >= right) ??
    false
  )
}

type Part = {
  readonly text: string
  readonly line: number
  /** Of each character, and behind the last one. */
  readonly columns: readonly number[]
  /** Columns left behind the words, but for a blank on either side. */
  readonly room: number
}

/** The words between two edges of a line; null where the line has no such edges. */
function sliceOf(
  { line, edges }: DrawnLine,
  left: number,
  right: number,
  plain: PlainText,
): Part | null {
  const from = edges.find(({ x }) => x === left)
  const to = edges.find(({ x }) => x === right)
  if (!from || !to || edges.some(({ x }) => x > left && x < right)) return null
  const raw = line.text.slice(from.index + 1, to.index)
  const marked = plain(raw, line.column + from.index + 1)
  const text = marked.text.trim()
  const lead = Math.max(0, marked.text.search(/\S/))
  const columns = partOfColumns(marked.columns, lead, lead + text.length)
  return { text, line: line.line, columns, room: roomBehind(raw) }
}

/** The lines of a cell as its words and its place. */
function printed(parts: readonly Part[]): Pick<GridCell, 'text' | 'at'> {
  const words = parts.filter(({ text }) => text !== '')
  const first = words[0] ?? parts[0] ?? { text: '', line: 1, columns: [1], room: 0 }
  const last = words.at(-1) ?? first
  const text = words.map(({ text }) => text).join('\n')
  if (words.length < 2) return { text, at: placeOfColumns(first.line, first.columns) }
  const [column = 1] = first.columns
  const endColumn = last.columns.at(-1) ?? column
  return { text, at: { kind: 'line', line: first.line, column, endLine: last.line, endColumn } }
}
