import { type CellObject, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { ok, type Result, refuse } from '@gongkai/law'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { sniff } from '../sniff/sniff.js'
import type { DocumentRefusal } from '../source.js'
import { frameOf, readCell } from './cells.js'
import type { SheetRow } from './read-rows.js'
import { openWorkbook } from './workbook.js'

/** As `readSheetRows`. */
export async function workbookRows(
  bytes: Uint8Array,
): Promise<Result<readonly SheetRow[], DocumentRefusal>> {
  const kind = await sniff(bytes, '')
  if (!kind.ok) return kind
  if (kind.value !== 'xlsx' && kind.value !== 'xls') return NO_WORKBOOK
  const opened = openWorkbook(bytes, kind.value)
  if (!opened.ok) return opened
  for (const sheet of shownSheets(opened.value)) {
    const frame = frameOf(sheet)
    if (!frame) continue
    const area = (frame.e.r + 1) * (frame.e.c + 1)
    if (area > LIMITS.sheetCells) return REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    const is1904 = opened.value.Workbook?.WBProps?.date1904 === true
    return ok(rowsOf(sheet, frame.e, is1904))
  }
  return REFUSALS.empty()
}

const NO_WORKBOOK = refuse('file.unsupported', '这不是 Excel 文件。请提供 xlsx 或者 xls 文件。')

function shownSheets({ SheetNames, Sheets, Workbook }: WorkBook): readonly WorkSheet[] {
  return SheetNames.flatMap((name, index) => {
    const sheet = Sheets[name]
    return sheet && !Workbook?.Sheets?.[index]?.Hidden ? [sheet] : []
  })
}

function rowsOf(sheet: WorkSheet, last: { r: number; c: number }, is1904: boolean): SheetRow[] {
  const rows: SheetRow[] = []
  for (let r = 0; r <= last.r; r++) {
    const cells = Array.from({ length: last.c + 1 }, (_, c) =>
      textOf(sheet[utils.encode_cell({ r, c })], is1904),
    )
    if (cells.some((text) => text !== '')) rows.push({ number: r + 1, cells })
  }
  return rows
}

/** A day is shown in whatever order its format says, the month first by default: it is taken from the number. */
function textOf(cell: CellObject | undefined, date1904: boolean): string {
  const isDay = cell?.t === 'n' && typeof cell.z === 'string' && SSF.is_date(cell.z)
  return isDay ? SSF.format('yyyy-mm-dd', cell.v, { date1904 }) : readCell(cell).text
}
