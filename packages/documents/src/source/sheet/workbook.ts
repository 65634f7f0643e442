import { read, type WorkBook } from '@e965/xlsx'
import { ok, type Result } from '@gongkai/law'
import { zipSync } from 'fflate'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { inflatePart, listZip } from '../guards/zip.js'
import type { DocumentRefusal } from '../source.js'
import { weighXls } from './biff.js'

// Pictures, macros, printer settings and the like, which the library would inflate for nothing.
const NOT_NEEDED =
  /^(?:docProps|customXml)\/|^xl\/(?:worksheets\/_rels|media|drawings|embeddings|charts|printerSettings|ctrlProps|activeX|vbaProject|comments|threadedComments|tables|pivot|externalLinks|calcChain)/
// The library walks every cell of the range a link or a column setting claims.
const LINK = /<(?:\w+:)?hyperlink\s[^>]*>/g
const FAR_COLUMN = /<(?:\w+:)?col\s[^>]*m(?:in|ax)\s*=\s*["'][^"']{6,}/
const OPTIONS = { cellStyles: true, cellHTML: false, sheetStubs: true, bookVBA: false } as const

/** A workbook as the library reads it. It is weighed first: inflated bytes, rows and cells of every sheet. */
export function openWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
): Result<WorkBook, DocumentRefusal> {
  const weighed = kind === 'xlsx' ? weighXlsx(bytes) : weighXls(bytes)
  if (!weighed.ok) return weighed
  try {
    const sheetRows = LIMITS.tableRows + 1
    return ok(read(weighed.value, { ...OPTIONS, type: 'array', sheetRows }))
  } catch (error) {
    const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message)
    return isEncrypted ? REFUSALS.encrypted() : REFUSALS.damaged('Excel 文件无法解析')
  }
}

/**
 * The parts of the workbook that bear text, inflated under our own limits and packed again without compression: the
 * library inflates whatever a zip holds and believes what its headers state.
 */
function weighXlsx(bytes: Uint8Array): Result<Uint8Array, DocumentRefusal> {
  const zip = listZip(bytes)
  if (!zip.ok) return zip
  const parts: Record<string, Uint8Array> = {}
  let rows = 0
  let cells = 0
  let filled = 0
  let merges = 0
  for (const entry of zip.value.values()) {
    if (NOT_NEEDED.test(entry.name) || entry.name.endsWith('/')) continue
    if (entry.isEncrypted) return REFUSALS.encrypted()
    if (entry.inflated > LIMITS.partBytes) return REFUSALS.inflatesTooFar()
    const part = inflatePart(bytes, entry)
    if (!part) return REFUSALS.damaged('压缩内容校验不符')
    parts[entry.name] = part
    if (entry.name.startsWith('xl/worksheets/')) {
      const sheet = Buffer.from(part).toString('latin1')
      if (FAR_COLUMN.test(sheet)) return REFUSALS.damaged('Excel 文件的列设置异常')
      rows += countTags(sheet, 'row')
      cells += countTags(sheet, 'c')
      filled += countTags(sheet, '(?:v|is)')
      merges += countTags(sheet, 'mergeCell')
      if (sheet.includes('hyperlink'))
        parts[entry.name] = Buffer.from(sheet.replace(LINK, ''), 'latin1')
    }
    if (rows > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
    if (cells > LIMITS.sheetCells) return REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    if (filled > LIMITS.pieces) return REFUSALS.tooManyRows('有内容的单元格数', LIMITS.pieces)
    if (merges > LIMITS.sheetMerges) return REFUSALS.tooManyRows('合并单元格数', LIMITS.sheetMerges)
  }
  return ok(zipSync(parts, { level: 0 }))
}

function countTags(text: string, name: string): number {
  let count = 0
  for (const _ of text.matchAll(new RegExp(`<(?:\\w+:)?${name}[\\s/>]`, 'g'))) count++
  return count
}
