import type { WorkSheet } from '@e965/xlsx'
import { ok, type Result } from '@gongkai/law'
import type { Problem } from '@gongkai/report'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import type { Block, DocumentRefusal, LineBlock, Source } from '../source.js'
import { type PlacedCell, tableBlocks } from '../table/assemble.js'
import { frameOf, type SheetCell, shownCells } from './cells.js'
import { openWorkbook } from './workbook.js'

/** A workbook: its shown sheets as grids, titles and sentences as lines, values as Excel displays them. */
export async function readSheet(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
): Promise<Result<Source, DocumentRefusal>> {
  const opened = openWorkbook(bytes, kind)
  if (!opened.ok) return opened
  const { SheetNames, Sheets, Workbook } = opened.value
  const blocks: Block[] = []
  const problems: Problem[] = []
  for (const [index, name] of SheetNames.entries()) {
    const sheet = Sheets[name]
    if (!sheet || Workbook?.Sheets?.[index]?.Hidden) continue
    const cells = cellsOf(sheet)
    if (!cells) return REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    blocks.push(...sheetBlocks(cells, name))
    problems.push(
      ...cells
        .filter(({ isUncalculated }) => isUncalculated)
        .map((cell) => uncalculated(cell, name)),
    )
  }
  return blocks.length > 0 ? ok({ kind, blocks, residue: [], problems }) : REFUSALS.empty()
}

/** The cells of a sheet, null where its words lie so far apart that the blank cells between are too many. */
function cellsOf(sheet: WorkSheet): SheetCell[] | null {
  const frame = frameOf(sheet)
  if (!frame) return []
  const area = (frame.e.r - frame.s.r + 1) * (frame.e.c - frame.s.c + 1)
  return area > LIMITS.sheetCells ? null : shownCells(sheet, frame)
}

function sheetBlocks(cells: readonly SheetCell[], sheet: string): Block[] {
  const width = cells.reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 0)
  const height = cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
  const lineRows = lineRowsOf(cells, width)
  const addresses = new Map(cells.map(({ row, column, address }) => [`${row}/${column}`, address]))
  const placed = cells
    .filter(({ row, text }) => text !== '' || !lineRows.has(row))
    .map((cell): PlacedCell => ({ ...cell, blocks: cellLines(cell, sheet) }))
  const placeOf = ({ row, column }: PlacedCell) =>
    ({ kind: 'sheet', sheet, cell: addresses.get(`${row}/${column}`) ?? '' }) as const
  return tableBlocks({ height, width, cells: placed, placeOf, lineRows })
}

// A text of this length alone in its row is a sentence; the longest label of the form has 45 characters.
const SENTENCE_CHARACTERS = 50

/** Rows whose only words span the whole width, stand in the only cell that exists, or make a sentence. */
function lineRowsOf(cells: readonly SheetCell[], width: number): Set<number> {
  const lineRows = new Set<number>()
  for (const [row, inRow] of Map.groupBy(cells, (cell) => cell.row)) {
    const [only, second] = inRow.filter(({ text }) => text !== '')
    if (!only || second || only.rowSpan > 1) continue
    const isAlone = inRow.filter(({ exists }) => exists).length === 1
    const isSentence = only.text.length > SENTENCE_CHARACTERS
    if (isAlone || isSentence || only.colSpan === width) lineRows.add(row)
  }
  return lineRows
}

function cellLines({ text, address }: SheetCell, sheet: string): LineBlock[] {
  const at = { kind: 'sheet', sheet, cell: address } as const
  return text.split('\n').map((line) => ({ kind: 'line', text: line.trim(), at }))
}

function uncalculated({ address, text }: SheetCell, sheet: string): Problem {
  return {
    code: 'sheet.uncalculated',
    at: { kind: 'sheet', sheet, cell: address },
    message: `工作表“${sheet}”单元格 ${address} 的公式 ${text} 没有计算结果。请用 Excel、WPS 打开文件，重新计算并保存后再提供。`,
  }
}
