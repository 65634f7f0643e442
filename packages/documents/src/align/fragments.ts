import type { Place } from '@gongkai/report'
import { partOf } from '../source/part-of.js'
import type { Block, LineBlock } from '../source/source.js'
import { gridFragments } from './grid-fragments.js'

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
  /** Set off by blank space, which programs cut off at the end of a line, blank cells with it. */
  readonly isTrimmable?: boolean
  /** Its cell covers several rows, and it stands in each of them. */
  readonly isMerged?: boolean
}

/** Lines and grids as one stream of fragments in reading order. */
export function fragmentsOf(blocks: readonly Block[]): Fragment[] {
  const fragments: Fragment[] = []
  const depth = depthOf(blocks)
  const style = styleOf(blocks)
  let row = 0
  for (const block of blocks) {
    if (block.kind === 'grid') {
      for (const cell of gridFragments(block, row + 1)) fragments.push(cell)
      row += block.height + 1
      continue
    }
    if (RULE.test(block.text) && !ROW_OF_MARKS.test(block.text)) continue
    const isSingle = depth > 1 && /^\t*[^\t]*$/.test(block.text)
    const cells = isSingle ? null : cellsOfLine(block, style)
    if (!cells) {
      const single = isSingle ? ofIndented(block, row, depth) : ofLine(block, row)
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

/** A line that is one thing. A leading tab marks a cell and is no part of it. */
function ofLine({ text, at }: LineBlock, row: number): Fragment {
  const isCell = text.startsWith('\t')
  const kind = isCell ? 'cell' : text.trim() === '' ? 'empty' : 'line'
  const whole: Fragment = { text, at, kind, row, extent: null, measure: null }
  return isCell ? sliceOf(whole, 1, text.length) : whole
}

/** In a text where cells stand a line each behind `depth` tabs, fewer tabs and nothing else part the rows. */
function ofIndented(line: LineBlock, row: number, depth: number): Fragment {
  const single = ofLine(line, row)
  const tabs = tabsBefore(line.text)
  if (tabs === 0) return single
  if (tabs === line.text.length && tabs < depth) return { ...single, text: '', kind: 'empty' }
  return sliceOf(single, tabs - 1, single.text.length)
}

function tabsBefore(text: string): number {
  return /^\t*/.exec(text)?.[0].length ?? 0
}

/** How many tabs stand before each cell where nearly all lines with tabs are one cell that deep; 0 where they are not. */
function depthOf(blocks: readonly Block[]): number {
  const tabbed = blocks.flatMap((block) =>
    block.kind === 'line' && /\t/.test(block.text) && block.text.trim() !== '' ? [block.text] : [],
  )
  const depth = tabsBefore(tabbed[Math.floor(tabbed.length / 2)] ?? '')
  const alike = tabbed.filter(
    (text) => tabsBefore(text) === depth && !text.slice(depth).includes('\t'),
  )
  return alike.length > tabbed.length * 0.9 ? depth : 0
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

/** How a document sets off the cells of its lines. */
type Style = {
  readonly framed: boolean
  /** Blank cells at the end of a line may have been cut off. */
  readonly isTrimmed: boolean
  readonly hasSemicolons: boolean
}

/** So many rows between semicolons are no prose. */
const SEMICOLON_ROWS = 10

function styleOf(blocks: readonly Block[]): Style {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []))
  return {
    framed: isFramed(blocks),
    isTrimmed: !lines.some(endsInBlank),
    hasSemicolons: lines.filter((text) => VALUES_PARTED.test(text)).length >= SEMICOLON_ROWS,
  }
}

/** Three semicolons or more, and no words behind the last. */
const VALUES_PARTED = /^(?:[^;。]{0,60};){3,}[^;\p{Script=Han}]*$/u

/** A row between semicolons, and no sentence. */
const PARTED = /^(?:[^;。]{0,60};)+[^;。]{0,60}$/

/** Whether a row ends in a blank cell: what wrote it cuts nothing off at the end of a line. */
function endsInBlank(text: string): boolean {
  return /[\t;]$/.test(text) && /\S(?:\t+|;+)[^\s;]/.test(text)
}

type LineCell = Pick<Fragment, 'text' | 'at' | 'kind' | 'extent' | 'measure' | 'isTrimmable'>

/** The cells of a line that holds several, or null for a line that is one thing. */
function cellsOfLine(line: LineBlock, style: Style): LineCell[] | null {
  const { text } = line
  const { framed, isTrimmed, hasSemicolons } = style
  if (hasSemicolons && PARTED.test(text)) return splitAt(line, /;/g, isTrimmed)
  if (text.indexOf('\t', 1) >= 0) return splitAt(line, /\t/g, isTrimmed)
  if (PIPED.test(text)) {
    const start = framed ? (/^\s*[|｜│┃]/.exec(text)?.[0].length ?? 0) : 0
    const end = framed && /[|｜│┃]\s*$/.test(text) ? text.trimEnd().length - 1 : text.length
    return splitAt(line, PIPES, false, start, end)
  }
  if (SPACED.test(text)) return splitAt(line, / {2,}/g, true)
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

function splitAt(
  line: LineBlock,
  separator: RegExp,
  isTrimmable: boolean,
  start = 0,
  end = line.text.length,
): LineCell[] {
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
      isTrimmable,
    })
    from = to + (match?.[0].length ?? 1)
  }
  return cells
}
