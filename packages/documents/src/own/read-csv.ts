import { type Result, refuse } from '@gongkai/law'
import { CELLS_ONLY } from '@gongkai/report'
import type { DocumentRefusal } from '../source/source.js'
import { acceptReport } from './accept-report.js'
import { CSV_COLUMNS, type CsvColumn, unguardFormula } from './csv-columns.js'
import { decodeUtf8 } from './decode.js'
import { parseCsv } from './parse-csv.js'
import type { SavedReport } from './saved-report.js'

/**
 * Reads our CSV back: what report it is, and its cells. The text of the report is not in it, which a problem says.
 * Takes UTF-8 and, as spreadsheets save it, GB 18030.
 */
export function readOwnCsv(bytes: Uint8Array): Result<SavedReport, DocumentRefusal> {
  const [header = [], ...lines] = parseCsv(
    decodeUtf8(bytes) ?? new TextDecoder('gb18030').decode(bytes),
  )
  const missing = CSV_COLUMNS.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    return refuse('file.damaged', `CSV文件缺少列：${missing.join('、')}。请由原报告重新导出。`)
  }
  const records = lines
    .map((fields, index) => toRecord(header, fields, index + 2))
    .filter(({ table }) => table !== '')
  const [first] = records
  if (!first) return refuse('file.damaged', 'CSV文件没有数据行。请由原报告重新导出。')
  if (!records.every(({ sha256, file }) => sha256 === first.sha256 && file === first.file)) {
    return refuse('file.damaged', 'CSV文件含有多份报告的数据。请拆成每份报告一个文件。')
  }
  return acceptReport({ ...aboutReport(first), cells: records.map(toCell) }, 'CSV')
}

type Line = Readonly<Record<CsvColumn, string>> & { readonly line: number }

function toRecord(header: readonly string[], fields: readonly string[], line: number): Line {
  const fieldOf = (column: CsvColumn) => unguardFormula(fields[header.indexOf(column)] ?? '')
  const entries = CSV_COLUMNS.map((column) => [column, fieldOf(column)])
  return { ...(Object.fromEntries(entries) as Record<CsvColumn, string>), line }
}

function aboutReport(line: Line) {
  const { file, sha256, mediaType, form, title, authority, year, signedOn, publishedOn } = line
  return {
    file,
    sha256: sha256 || null,
    mediaType: mediaType || null,
    form,
    title: title || null,
    authority: authority || null,
    year: toNumber(year),
    signedOn: signedOn || null,
    publishedOn: publishedOn || null,
    intro: '',
    sections: [],
    problems: [{ code: CELLS_ONLY, at: null, message: NO_TEXT }],
  }
}

const NO_TEXT = 'CSV文件只有表格数据，没有报告正文；涉及正文的检查请使用原报告。'

function toCell({ table, row, column, state, value, unit, raw, inferred, line }: Line) {
  return {
    table,
    row,
    column,
    state,
    value: toNumber(value),
    unit: unit || null,
    raw: raw === '' && state !== 'blank' ? null : raw,
    inferred: { true: true, false: false }[inferred.toLowerCase()],
    at: { kind: 'field', path: `第${line}行` },
  }
}

/** A number where one is written; otherwise the text as it is, which the schema then refuses. */
function toNumber(text: string): number | string | null {
  if (text.trim() === '') return null
  return Number.isNaN(Number(text)) ? text : Number(text)
}
