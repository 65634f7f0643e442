import type { GridBlock, GridCell } from '../source.js'
import { alignedTo, type DrawnLine, drawnLine, isEdged, isRuleLine } from './drawn-line.js'
import type { TextLine } from './lines.js'
import { displayWidth } from './pieces.js'

/** What stands in a table that is drawn with characters, and how many lines it takes. */
export type DrawnTable = { readonly length: number; readonly grid: GridBlock }

/** A table of the form has some hundred lines and 17 columns. */
const MOST_LINES = 2000
const MOST_EDGES = 100

/** A number or a mark that is whole: several below each other in one cell are rows without a rule between. */
const VALUE = /^(?:[+-]?[\d,]+(?:\.\d+)?%?|[-—–/／无]+)$/

/** The lines between two rules. */
type Band = readonly DrawnLine[]

/** The table in lines: where columns begin, bands, and the rule line above each band but the first. */
type Drawing = {
  readonly xs: readonly number[]
  readonly bands: readonly Band[]
  readonly rules: readonly DrawnLine[]
}

/**
 * The table drawn with box characters or with `+---+` that starts at line `at`, a cell's printed lines in one cell. Null
 * where none starts, or where its strokes do not show which cell is which: then its lines are read as lines.
 */
export function drawnTable(lines: readonly TextLine[], at: number): DrawnTable | null {
  const before = lines[at - 1]
  if (before && isEdged(before)) return null
  const end = endOfEdged(lines, at)
  if (end - at < 2 || end - at > MOST_LINES) return null
  for (const box of [1, 2]) {
    const drawn = lines.slice(at, end).map((line) => drawnLine(line, box))
    const drawing = drawn.some(isRuleLine)
      ? (drawingOf(drawn) ?? drawingOf(realigned(drawn)))
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
    if (line.segments.some(({ isRule }) => isRule)) return line
    const above = drawn.slice(0, at).findLast(isRuleLine)
    return alignedTo(line, above, drawn.slice(at).find(isRuleLine))
  })
}

/** Null where a stroke of some line stands under none of a rule: characters of another width were counted. */
function drawingOf(drawn: readonly DrawnLine[]): Drawing | null {
  const corners = new Set(drawn.filter(isRuleLine).flatMap(({ edges }) => edges.map(({ x }) => x)))
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
    if (!line.segments.some(({ isRule }) => isRule)) {
      open.push(line)
      continue
    }
    close()
    rules[bands.length] = line
  }
  close()
  return { xs: [...corners].sort((a, b) => a - b), bands, rules }
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

function cellAt({ xs, bands, rules }: Drawing, row: number, column: number): GridCell | null {
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
  const parts = lines.flatMap((line) => sliceOf(line, left, right) ?? [])
  if (parts.length !== lines.length) return null
  if (rowSpan === 1 && isListed(parts, hasValues(band))) return null
  return { row, column, rowSpan, colSpan: to - column, ...printed(parts) }
}

/**
 * Whether the lines of a cell are rows with no rule between them: several values, or words beside values that go on
 * in the next line though there was room for them.
 */
function isListed(parts: readonly Part[], hasValues: boolean): boolean {
  const words = parts.filter(({ text }) => text !== '')
  if (words.filter(({ text }) => VALUE.test(text)).length > 1) return true
  return hasValues && words.slice(0, -1).some(({ room }) => room >= HAN_WIDTH)
}

const HAN_WIDTH = 2

function hasValues(band: Band): boolean {
  return band.some(({ line, segments }) =>
    segments.some(({ from, to }) => VALUE.test(line.text.slice(from.index + 1, to.index).trim())),
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
  readonly column: number
  /** Columns left behind the words, but for a blank on either side. */
  readonly room: number
}

/** The words between two edges of a line; null where the line has no such edges. */
function sliceOf({ line, edges }: DrawnLine, left: number, right: number): Part | null {
  const from = edges.find(({ x }) => x === left)
  const to = edges.find(({ x }) => x === right)
  if (!from || !to || edges.some(({ x }) => x > left && x < right)) return null
  const raw = line.text.slice(from.index + 1, to.index)
  const lead = Math.max(0, raw.search(/\S/))
  const text = raw.trim()
  const room = displayWidth(raw) - 2 * Math.min(1, lead) - displayWidth(text)
  return { text, line: line.line, column: line.column + from.index + 1 + lead, room }
}

/** The lines of a cell as its words and its place. */
function printed(parts: readonly Part[]): Pick<GridCell, 'text' | 'at'> {
  const words = parts.filter(({ text }) => text !== '')
  const first = words[0] ?? parts[0] ?? { text: '', line: 1, column: 1, room: 0 }
  const last = words.at(-1) ?? first
  return {
    text: words.map(({ text }) => text).join('\n'),
    at: {
      kind: 'line',
      line: first.line,
      column: first.column,
      endLine: last.line,
      endColumn: last.column + last.text.length,
    },
  }
}
