import type { WorkSheet } from '@e965/xlsx'
import { ok, type Result } from '@gongkai/law'
import { LIMITS } from '../source/guards/limits.js'
import { REFUSALS } from '../source/guards/refusals.js'
import { frameOf, type SheetCell, shownCells } from '../source/sheet/cells.js'
import { openWorkbook } from '../source/sheet/workbook.js'
import {
  numberCell,
  PLAIN,
  textCell,
  type XlsxCell,
  type XlsxSheet,
  xlsxBytes,
} from '../write/xlsx-cells.js'
import { blackOut, openParts, type Stretch } from './black-out.js'
import { findPassages } from './find-passages.js'
import { inspectParts } from './office-parts.js'
import { placeText } from './place-text.js'
import type { Redacted, Redactions, RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'
import { besideText, stillOpen } from './still-open.js'

/**
 * A new workbook of what its shown sheets show, cells withheld: no hidden sheet, row or column, no formula, no name, no comment. Where
 * something was hidden the cells close up; places are those of the old file.
 */
export async function redactSheet(
  bytes: Uint8Array,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const parts = inspectParts(bytes)
  if (!parts.ok) return parts
  const read = readSheets(bytes)
  if (!read.ok) return read
  const cells = read.value.flatMap((sheet) => sheet.cells)
  const found = findPassages(cells, redactions.passages)
  if (!found.ok) return found
  const { stretches, withheld, words } = found.value
  const at = (cell: PlacedCell) => stretches.get(cell.index) ?? []
  const names = read.value.map(({ name }) => ({ where: `工作表“${name}”的名称`, text: name }))
  const open = cells
    .map((cell) => ({ where: placeText(cell.at), text: openParts(cell.text, at(cell)) }))
    .filter(({ text }) => text.trim() !== '')
  const openText = [...names, ...open, ...besideText(redactions, withheld)]
  return ok({
    bytes: await xlsxBytes(read.value.map((sheet) => sheetOf(sheet, at))),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    withheld,
    openText,
    problems: [...parts.value, ...stillOpen(words, openText)],
  })
}

export type PlacedCell = SheetCell & {
  /** Among the cells of all sheets. */
  readonly index: number
  readonly at: { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
}

export type ReadSheet = { readonly name: string; readonly cells: readonly PlacedCell[] }

/** What the shown sheets of a workbook show. */
export function readSheets(bytes: Uint8Array): Result<readonly ReadSheet[], RedactRefusal> {
  const opened = openWorkbook(bytes, 'xlsx')
  if (!opened.ok) return opened
  const { SheetNames, Sheets, Workbook } = opened.value
  const sheets: ReadSheet[] = []
  let count = 0
  for (const [index, name] of SheetNames.entries()) {
    const sheet = Sheets[name]
    if (!sheet || Workbook?.Sheets?.[index]?.Hidden) continue
    const cells = cellsOf(sheet)
    if (!cells) return REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    const from = count
    const placed = cells.map((cell, i): PlacedCell => {
      return { ...cell, index: from + i, at: { kind: 'sheet', sheet: name, cell: cell.address } }
    })
    const open = placed.find(({ isUncalculated }) => isUncalculated)
    if (open) return REDACT_REFUSALS.uncalculated(placeText(open.at))
    sheets.push({ name, cells: placed })
    count += placed.length
  }
  return count > 0 ? ok(sheets) : REFUSALS.empty()
}

/** Null where the words of a sheet lie so far apart that the blank cells between are too many. */
function cellsOf(sheet: WorkSheet): readonly SheetCell[] | null {
  const frame = frameOf(sheet)
  if (!frame) return []
  const area = (frame.e.r - frame.s.r + 1) * (frame.e.c - frame.s.c + 1)
  return area > LIMITS.sheetCells ? null : shownCells(sheet, frame)
}

/** Characters: a name or an address in one line. */
const COLUMN_WIDTH = 18

function sheetOf(
  { name, cells }: ReadSheet,
  withheldIn: (cell: PlacedCell) => readonly Stretch[],
): XlsxSheet {
  const height = cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
  const width = cells.reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 0)
  const data = Array.from({ length: height }, () => Array<XlsxCell | null>(width).fill(null))
  for (const cell of cells) {
    data[cell.row]?.splice(cell.column, 1, {
      ...newCell(cell.text, withheldIn(cell)),
      ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    })
  }
  return {
    sheet: name,
    columns: Array.from({ length: width }, () => ({ width: COLUMN_WIDTH })),
    data,
  }
}

/** Numbers as Excel holds them without loss: up to 15 digits, no leading zero that a number would not keep. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,6}))?$/

/** What was shown and no more: of 3.14159 shown as 3.14 the rest was not to be seen. */
function newCell(text: string, stretches: readonly Stretch[]): XlsxCell {
  if (stretches.length > 0) return textCell(blackOut(text, stretches))
  const number = NUMBER.exec(text)
  if (!number || text.replace(/\D/g, '').length > 15) return textCell(text)
  const decimals = number[1]?.length ?? 0
  return numberCell(Number(text), PLAIN, decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0')
}
