import { ok, type Result } from '@gongkai/law'
import { openCompound } from '../guards/cfb.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import type { DocumentRefusal } from '../source.js'

const FILE_PASS = 0x2f
const ROW = 0x208
// A record that says nothing and that the library reads as nothing.
const NOTHING = 0xc1
// [MS-XLS] 2.3.1: a single value, and runs of values.
const CELLS = new Set([0x06, 0x201, 0x203, 0x204, 0x205, 0x27e, 0xfd, 0xd6, 0xbd, 0xbe])
const RUNS = new Set([0xbd, 0xbe])
const BLANKS = new Set([0x201, 0xbe])
// Workbook, sheets, strings, formats, column and row settings, merges: what bears on the shown text.
const KEPT = new Set([
  ...CELLS,
  ...[0x809, 0x0a, 0x42, 0x22, 0x41e, 0x31, 0xe0, 0x85, 0xfc, 0x3c, 0x200, ROW, 0x7d, 0x207, 0xe5],
  ...[0x55, 0x225],
])

/**
 * The record stream of an .xls, weighed and cleared: rows and cells are counted, and records that do not bear on the
 * text are blanked, for the library follows whatever ranges drawings, array formulas and names claim.
 */
export function weighXls(bytes: Uint8Array): Result<Uint8Array, DocumentRefusal> {
  const compound = openCompound(bytes)
  const stream = compound?.read('Workbook') ?? compound?.read('Book')
  if (!stream) return REFUSALS.damaged('Excel 文件正文不完整')
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let rows = 0
  let cells = 0
  let filled = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const code = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (at + 4 + size > stream.length) return REFUSALS.damaged('Excel 文件正文不完整')
    if (code === FILE_PASS) return REFUSALS.encrypted()
    if (code === ROW) rows++
    if (CELLS.has(code)) {
      cells += RUNS.has(code) ? size >> 1 : 1
      // A run of values takes six bytes for each.
      if (!BLANKS.has(code)) filled += RUNS.has(code) ? Math.trunc(size / 6) : 1
    }
    if (!KEPT.has(code)) view.setUint16(at, NOTHING, true)
    at += 4 + size
  }
  if (rows > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  if (filled > LIMITS.pieces) return REFUSALS.tooManyRows('有内容的单元格数', LIMITS.pieces)
  return cells > LIMITS.sheetCells
    ? REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    : ok(stream)
}
