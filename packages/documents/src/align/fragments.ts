import type { Place } from '@gongkai/report'
import { partOf } from '../source/part-of.js'
import type { Block, GridCell, LineBlock } from '../source/source.js'

/** Left and right edge of what is printed. */
export type Extent = readonly [left: number, right: number]

/** The smallest printed unit that the walk along the form meets: a cell, a line, or an empty line. */
export type Fragment = {
  readonly text: string
  readonly at: Place
  /** `cell`: set off by a grid, tab or pipe; `line`: a line of its own; `empty`: a line with nothing, a cell only perhaps. */
  readonly kind: 'cell' | 'line' | 'empty'
  /** Fragments of one printed row share it; lines of single cells share it up to the next empty line. */
  readonly row: number
  /** In a measure that the rows of one table share; null where the medium has none. */
  readonly extent: Extent | null
  /** `grid` columns and `page` points compare over all rows of a table, a `tab` index only over rows of equal length. */
  readonly measure: 'grid' | 'page' | 'tab' | null
}

/** Lines and grids as one stream of fragments in reading order. */
export function fragmentsOf(blocks: readonly Block[]): Fragment[] {
  const fragments: Fragment[] = []
  const framed = isFramed(blocks)
  let row = 0
  for (const block of blocks) {
    if (block.kind === 'grid') {
      for (const cell of block.cells) fragments.push(ofGrid(cell, row + 1))
      row += block.height + 1
      continue
    }
    if (RULE.test(block.text) && !ROW_OF_MARKS.test(block.text)) continue
    const cells = cellsOfLine(block, framed)
    if (!cells) {
      const single = ofLine(block, row)
      if (single.kind === 'empty') row++
      fragments.push({ ...single, row })
      continue
    }
    row++
    // Where cells are merged a drawn line may stand between two of them.
    for (const cell of cells) if (!DRAWN_RULE.test(cell.text)) fragments.push({ ...cell, row })
    row++
  }
  return fragments
}

function ofGrid(cell: GridCell, firstRow: number): Fragment {
  const { text, at, row, column, colSpan } = cell
  const extent: Extent = [column, column + colSpan]
  return { text, at, kind: 'cell', row: firstRow + row, extent, measure: 'grid' }
}

/** A line that is one thing. A leading tab marks a cell and is no part of it. */
function ofLine({ text, at }: LineBlock, row: number): Fragment {
  const isCell = text.startsWith('\t')
  const kind = isCell ? 'cell' : text.trim() === '' ? 'empty' : 'line'
  const whole: Fragment = { text, at, kind, row, extent: null, measure: null }
  return isCell ? sliceOf(whole, 1, text.length) : whole
}

/** The characters `from` to `to` of a fragment. */
export function sliceOf(fragment: Fragment, from: number, to: number): Fragment {
  const { text, at } = fragment
  return { ...fragment, text: text.slice(from, to), at: partOf(at, from, to) }
}

/** Whether the document's tables have a pipe before their first cell and behind their last: nearly every line has. */
function isFramed(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []))
  const piped = lines.filter((text) => PIPED.test(text))
  return piped.filter((text) => /^\s*[|｜│┃]/.test(text)).length > piped.length * 0.9
}

type LineCell = Pick<Fragment, 'text' | 'at' | 'kind' | 'extent' | 'measure'>

/** The cells of a line that holds several, or null for a line that is one thing. */
function cellsOfLine(line: LineBlock, framed: boolean): LineCell[] | null {
  const { text } = line
  if (text.indexOf('\t', 1) >= 0) return splitAt(line, /\t/g, 0, text.length)
  if (PIPED.test(text)) {
    const start = framed ? (/^\s*[|｜│┃]/.exec(text)?.[0].length ?? 0) : 0
    const end = framed && /[|｜│┃]\s*$/.test(text) ? text.trimEnd().length - 1 : text.length
    return splitAt(line, PIPES, start, end)
  }
  if (SPACED.test(text)) return splitAt(line, / {2,}/g, 0, text.length)
  if (!line.pieces || line.pieces.length < 2) return null
  return line.pieces.map(({ text: piece, at, extent }) => ({
    text: piece,
    at,
    kind: 'cell',
    extent,
    measure: 'page',
  }))
}

/** Pipes, full-width ones and those of drawn tables. */
const PIPES = /[|｜│┃]/g

/** A pipe at the start or between blanks, or two anywhere, make a line of cells. */
const PIPED = /^\s*[|｜│┃]|\s[|｜│┃]\s|[|｜│┃].*[|｜│┃]/

/** A full-width blank between runs of plain blanks stands for a blank cell. */
const SPACED = / {2}\u3000 {2}|^\u3000 {2}| {2}\u3000$/

/** The rule of a drawn table between two cells; plain dashes there are a mark. */
const DRAWN_RULE = /^\s*[─━═┼├┤┌┐└┘┬┴╋]{3,}\s*$/

/** A line of nothing but strokes and corners: the rule of a drawn or Markdown table. */
const RULE = /^(?=.*(?:[-─━═―=]{2}|[┼├┌└]))[-─━═―=+|｜│┃┼├┤┌┐└┘┬┴╋:\s]+$/

/** As many strokes as 表三 or 表四 has columns may be the marks of a row, which no one can tell from a rule. */
const ROW_OF_MARKS = /^\s*(?:[-－]{7}|[-－]{15}|—{7}|—{14,15}|—{30})\s*$/

function splitAt(line: LineBlock, separator: RegExp, start: number, end: number): LineCell[] {
  const cells: LineCell[] = []
  let from = start
  for (let i = 0; from <= end; i++) {
    separator.lastIndex = from
    const match = separator.exec(line.text)
    const found = match?.index ?? -1
    const to = found < 0 || found > end ? end : found
    cells.push({
      text: line.text.slice(from, to),
      at: partOf(line.at, from, to),
      kind: 'cell',
      extent: [i, i + 1],
      measure: 'tab',
    })
    from = to + (match?.[0].length ?? 1)
  }
  return cells
}
