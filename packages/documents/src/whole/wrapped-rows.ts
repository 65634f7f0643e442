import type { Place } from '@gongkai/report'
import { isLabelWords } from '../align/expected.js'
import { hanOnly } from '../align/han.js'
import { partOf } from '../source/part-of.js'
import type { Block, GridBlock, GridCell, LineBlock } from '../source/source.js'
import { drawnLine, isEdged } from '../source/text/drawn-line.js'
import { displayWidth } from '../source/text/pieces.js'
import { isWrapped, roomBehind, VALUE } from '../source/text/wrapping.js'

/** A cell of a line between two pipes, and of the lines that go on with it; `room` is left behind its last line. */
type Cell = Pick<GridCell, 'text' | 'at'> & { readonly room: number }

/** A printed row: its cells, and at which column of its first line each begins and the last one ends. */
type Row = { readonly cells: readonly Cell[]; readonly edges: readonly number[] }

const PIPE = /[|｜│┃]/
const FRAMED = /^\s*[|｜│┃].*[|｜│┃]\s*$/
/** A stroke of a rule between rows. */
const RULE = /[-─━═]{3}/

/**
 * The blocks, tables whose cells stand between pipes as grids where a label of the form is broken over several lines: as
 * those lines are one row, what is blank in one of them is no blank cell. So are lines between two rules that fill their
 * cells; where they do not, blank cells are left out, for nobody can tell which are.
 */
export function joinWrappedRows(blocks: readonly Block[]): readonly Block[] {
  const joined: (readonly Block[])[] = []
  for (let at = 0; at < blocks.length; ) {
    const lines = rowLinesFrom(blocks, at)
    const taken = Math.max(1, lines.length)
    const rows = isBand(blocks, at, at + taken) ? rowsOfBand(rowsOf(lines)) : rowsOf(lines)
    joined.push(rows.length < lines.length ? [gridOf(rows)] : blocks.slice(at, at + taken))
    at += taken
  }
  return joined.flat()
}

function rowLinesFrom(blocks: readonly Block[], at: number): LineBlock[] {
  const lines: LineBlock[] = []
  for (let block = blocks[at]; block && isRow(block); block = blocks[at + lines.length]) {
    lines.push(block)
  }
  return lines
}

function isRow(block: Block): block is LineBlock {
  return block.kind === 'line' && FRAMED.test(block.text) && !RULE.test(block.text)
}

/** Whether the blocks stand between two rules of a table in which rules part the rows. */
function isBand(blocks: readonly Block[], from: number, to: number): boolean {
  const [top, bottom] = [blocks[from - 1], blocks[to]]
  if (!top || !bottom || !isRuled(top) || !isRuled(bottom)) return false
  return [blocks[from - 2], blocks[to + 1]].some((block) => block && isRow(block))
}

function isRuled(block: Block): boolean {
  if (block.kind !== 'line' || !RULE.test(block.text)) return false
  const line = { text: block.text, line: 1, column: 1 }
  return isEdged(line) && drawnLine(line, 1).segments.some(({ isRule }) => isRule)
}

/** The lines between two rules: rows where each has a label of the form or a value stands below something, else one row. */
function rowsOfBand(rows: readonly Row[]): readonly Row[] {
  const [first, ...others] = rows
  if (!first || others.length === 0 || first.cells.length < 2) return rows
  if (rows.every(isLabelled) || others.some((row, i) => isListed(rows[i] ?? first, row)))
    return rows
  let whole = first
  for (const row of others) {
    if (!stacked(whole, row).every(([above, { text }]) => isWrapped(text, above.room))) {
      return [withoutBlanks(rows)]
    }
    whole = together(whole, row)
  }
  return [whole]
}

function isLabelled({ cells }: Row): boolean {
  const words = cells.map(({ text }) => hanOnly(text)).filter((han) => han !== '')
  return words.length > 0 && words.every(isLabelWords)
}

function isListed(above: Row, below: Row): boolean {
  if (above.cells.length !== below.cells.length) return true
  return stacked(above, below).some((pair) => pair.some(({ text }) => VALUE.test(text)))
}

function withoutBlanks(rows: readonly Row[]): Row {
  const cells = rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''))
  return { cells, edges: Array.from({ length: cells.length + 1 }, (_, i) => i) }
}

function rowsOf(lines: readonly LineBlock[]): Row[] {
  const rows: Row[] = []
  for (const line of lines) {
    const row = rowOf(line)
    const above = rows.at(-1)
    if (above && goesOn(above, row)) rows[rows.length - 1] = together(above, row)
    else rows.push(row)
  }
  return rows
}

function rowOf({ text, at }: LineBlock): Row {
  const parts = text.split(PIPE)
  const starts: number[] = []
  parts.reduce((from, part) => {
    starts.push(from)
    return from + part.length + 1
  }, 0)
  const cells = parts.slice(1, -1).map((part, i): Cell => {
    const lead = part.length - part.trimStart().length
    const from = (starts[i + 1] ?? 0) + lead
    const end = from + part.trim().length
    return { text: part.trim(), at: partOf(at, from, end), room: roomBehind(part) }
  })
  const edges = starts.slice(1).map((start) => displayWidth(text.slice(0, start)))
  return { cells, edges }
}

/** Whether a label of the row runs on in the line below, and nothing else stands below something else. */
function goesOn(above: Row, below: Row): boolean {
  const both = stacked(above, below)
  if (both.length === 0 || above.cells.length !== below.cells.length) return false
  return both.every(([{ text }, { text: under }]) => {
    const isWords = hanOnly(under) !== '' && !VALUE.test(under) && !/[\d０-９]/.test(under)
    return isWords && isLabelWords(hanOnly(text + under))
  })
}

/** What stands below something in the same cell. */
function stacked(above: Row, below: Row): (readonly [above: Cell, below: Cell])[] {
  return above.cells.flatMap((cell, i) => {
    const under = below.cells[i]
    return cell.text && under?.text ? [[cell, under] as const] : []
  })
}

function together({ cells, edges }: Row, below: Row): Row {
  const both = cells.map((cell, i): Cell => {
    const under = below.cells[i]
    if (!under?.text) return cell
    if (!cell.text) return under
    return { ...under, text: `${cell.text}\n${under.text}`, at: placeOver(cell.at, under.at) }
  })
  return { cells: both, edges }
}

function placeOver(first: Place, last: Place): Place {
  if (first.kind !== 'line' || last.kind !== 'line') return first
  return { ...first, endLine: last.endLine, endColumn: last.endColumn }
}

/** The rows as a grid that is measured in columns of the text. */
function gridOf(rows: readonly Row[]): GridBlock {
  const cells = rows.flatMap(({ cells, edges }, row) =>
    cells.map(({ text, at }, i): GridCell => {
      const column = edges[i] ?? 0
      return { text, at, row, column, rowSpan: 1, colSpan: (edges[i + 1] ?? column) - column }
    }),
  )
  const width = Math.max(0, ...rows.map(({ edges }) => edges.at(-1) ?? 0))
  return { kind: 'grid', height: rows.length, width, cells }
}
