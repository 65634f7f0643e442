import type { SavedReport } from '@gongkai/report'
import { CSV_COLUMNS, type CsvColumn, guardFormula } from '../own/csv-columns.js'

/**
 * The cells of a report, one a line, UTF-8 with a byte order mark. Every line repeats what report it belongs to, so
 * files of many reports can be put one after the other. Columns: see `CSV_COLUMNS`.
 */
export function writeCsv(report: SavedReport): Uint8Array {
  const { file, sha256, mediaType, form, title, authority, year, signedOn, publishedOn } = report
  const about = { file, sha256, mediaType, form, title, authority, year, signedOn, publishedOn }
  const lines = report.cells.map(({ at: _, ...cell }) => line({ ...about, ...cell }))
  return new TextEncoder().encode(`\ufeff${[CSV_COLUMNS.join(','), ...lines, ''].join('\r\n')}`)
}

function line(values: Readonly<Record<CsvColumn, string | number | boolean | null>>): string {
  return CSV_COLUMNS.map((column) => field(values[column])).join(',')
}

function field(value: string | number | boolean | null): string {
  const text = typeof value === 'string' ? guardFormula(value) : String(value ?? '')
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
