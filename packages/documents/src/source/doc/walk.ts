import type { Numbering } from '../numerals/lists.js'
import { paragraphLines } from '../paragraph.js'
import type { Block } from '../source.js'
import { type Run, runAt } from './properties.js'
import { rowCells } from './row.js'
import { SPRM, type Sprm } from './sprm.js'
import { type ListRef, listRef } from './styles.js'
import { type DocRow, docTable } from './table.js'
import type { DocText } from './text.js'

/** Everything that is known of a file before its text is walked, and what is counted on the way. */
export type DocWalk = {
  readonly text: DocText
  readonly paragraphs: readonly Run[]
  /** Only the runs that are deleted or hidden. */
  readonly unseen: readonly Run[]
  readonly styles: readonly ListRef[]
  readonly numbering: Numbering
  paragraphCount: number
  tableCount: number
}

type Flow = {
  readonly blocks: Block[]
  words: string
  readonly fields: ('code' | 'result')[]
  /** What of the table at hand is done: rows, cells of the open row, lines of the open cell. */
  rows: DocRow[]
  cells: Block[][]
  lines: Block[]
}

const PARAGRAPH = 0x0d
const CELL = 0x07
const PAGE = 0x0c
const FIELD_BEGIN = 0x13
const FIELD_SEPARATOR = 0x14
const FIELD_END = 0x15
// What the other control characters stand for; pictures, anchors and notes (1 to 8) stand for nothing.
const CONTROLS: Readonly<Record<number, string>> = {
  9: '\t',
  10: '\n',
  11: '\n',
  14: '\n',
  30: '-',
}

/** The text from character `start` to `end` as lines and grids. */
export function walkDoc(walk: DocWalk, start: number, end: number): Block[] {
  const flow: Flow = { blocks: [], words: '', fields: [], rows: [], cells: [], lines: [] }
  for (let at = start; at < end; at++) {
    const code = walk.text.text.charCodeAt(at)
    const isEnd = code === PARAGRAPH || code === CELL || (code === PAGE && flow.words !== '')
    if (isEnd) endPart(flow, walk, at, code)
    else if (code >= FIELD_BEGIN && code <= FIELD_END) markField(flow, code)
    else if (!flow.fields.includes('code') && !isUnseen(walk, at))
      flow.words += shown(walk, at, code)
  }
  if (flow.words !== '') endLine(flow.blocks, flow, walk, '')
  endTable(flow, walk)
  return flow.blocks
}

function shown({ text }: DocWalk, at: number, code: number): string {
  return code >= 0x20 ? (text.text[at] ?? '') : (CONTROLS[code] ?? '')
}

function markField({ fields }: Flow, code: number): void {
  if (code === FIELD_BEGIN) fields.push('code')
  else if (code === FIELD_SEPARATOR) fields.splice(-1, 1, 'result')
  else fields.pop()
}

function isUnseen({ unseen, text }: DocWalk, at: number): boolean {
  return unseen.length > 0 && runAt(unseen, text.offsets[at] ?? 0) !== undefined
}

/** Ends a paragraph, a cell or a row, as the properties of its mark say. */
function endPart(flow: Flow, walk: DocWalk, at: number, code: number): void {
  const run = runAt(walk.paragraphs, walk.text.offsets[at] ?? 0)
  const sprms = run?.sprms ?? []
  const isInTable = has(sprms, SPRM.inTable)
  if (!isInTable && code !== CELL) {
    endTable(flow, walk)
    if (!isUnseen(walk, at)) endLine(flow.blocks, flow, walk, numberOf(run, walk))
  } else if (has(sprms, SPRM.rowEnd)) {
    if (!isUnseen(walk, at)) flow.rows.push({ cells: flow.cells, definition: rowCells(sprms) })
    flow.cells = []
    flow.lines = []
    flow.words = ''
  } else if (has(sprms, SPRM.innerRowEnd)) {
    flow.words = ''
  } else {
    endLine(flow.lines, flow, walk, numberOf(run, walk))
    if (code !== CELL) return
    flow.cells.push(flow.lines)
    flow.lines = []
  }
}

function endLine(into: Block[], flow: Flow, walk: DocWalk, number: string): void {
  into.push(...paragraphLines(number + flow.words, ++walk.paragraphCount))
  flow.words = ''
}

function endTable(flow: Flow, walk: DocWalk): void {
  if (flow.rows.length > 0) flow.blocks.push(...docTable(flow.rows, ++walk.tableCount))
  // Cells without the end of their row: the file is odd, their words are kept.
  flow.blocks.push(...flow.cells.flat(), ...flow.lines)
  flow.rows = []
  flow.cells = []
  flow.lines = []
}

function numberOf(run: Run | undefined, { styles, numbering }: DocWalk): string {
  if (!run) return ''
  const own = listRef(run.sprms)
  const style = styles[run.style]
  const list = own.list ?? style?.list
  const level = own.level ?? style?.level ?? 0
  return list ? numbering.next({ numId: String(list), level }, '') : ''
}

function has(sprms: readonly Sprm[], code: number): boolean {
  const operand = sprms.findLast((sprm) => sprm.code === code)?.operand
  return operand !== undefined && operand.byteLength > 0 && operand.getUint8(0) !== 0
}
