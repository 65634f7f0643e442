import { read, type WorkBook } from '@e965/xlsx'
import { ok, type Result } from '@gongkai/law'
import { zipSync } from 'fflate'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { inflatePart, listZip } from '../guards/zip.js'
import type { DocumentRefusal } from '../source.js'

// Pictures, macros, printer settings and the like, which the library would inflate for nothing.
const NOT_NEEDED =
  /^(?:docProps|customXml)\/|^xl\/(?:media|drawings|embeddings|charts|printerSettings|ctrlProps|activeX|vbaProject)/
const OPTIONS = { cellStyles: true, cellHTML: false, sheetStubs: true, bookVBA: false } as const

/** A workbook as the library reads it. It is weighed first: inflated bytes, rows and cells of every sheet. */
export function openWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
): Result<WorkBook, DocumentRefusal> {
  const weighed = kind === 'xlsx' ? weighXlsx(bytes) : ok(bytes)
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
  let merges = 0
  for (const entry of zip.value.values()) {
    if (NOT_NEEDED.test(entry.name) || entry.name.endsWith('/')) continue
    if (entry.isEncrypted) return REFUSALS.encrypted()
    if (entry.inflated > LIMITS.partBytes) return REFUSALS.inflatesTooFar()
    const part = inflatePart(bytes, entry)
    if (!part) return REFUSALS.damaged('压缩内容校验不符')
    if (entry.name.startsWith('xl/worksheets/')) {
      rows += countTags(part, 'row')
      cells += countTags(part, 'c')
      merges += countTags(part, 'mergeCell')
    }
    if (rows > LIMITS.tableRows) return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
    if (cells > LIMITS.sheetCells) return REFUSALS.tooManyRows('单元格数', LIMITS.sheetCells)
    if (merges > LIMITS.sheetMerges) return REFUSALS.tooManyRows('合并单元格数', LIMITS.sheetMerges)
    parts[entry.name] = part
  }
  return ok(zipSync(parts, { level: 0 }))
}

function countTags(part: Uint8Array, name: string): number {
  const text = new TextDecoder('latin1').decode(part)
  let count = 0
  for (const _ of text.matchAll(new RegExp(`<(?:\\w+:)?${name}[\\s/>]`, 'g'))) count++
  return count
}
