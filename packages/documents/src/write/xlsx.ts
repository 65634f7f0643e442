import type { SavedReport } from '@gongkai/report'
import { plainNumber } from './plain-number.js'
import type { PrintedCell, PrintedReport, PrintedTable } from './statutory.js'
import {
  ALARM,
  cellFuls,
  HEADER,
  numberCell,
  PLAIN,
  textCell,
  type XlsxCell,
  type XlsxSheet,
  xlsxBytes,
} from './xlsx-cells.js'

/**
 * The report as a workbook: 封面与正文, then a sheet for each table with the merges of the form. What is printed as
 * a plain number is a number; everything else is text, also what begins like a formula.
 */
export async function writeXlsx(printed: PrintedReport, report: SavedReport): Promise<Uint8Array> {
  const tables = printed.sections.flatMap(({ table }) => (table ? [table] : []))
  return xlsxBytes([textSheet(printed, report), ...tables.map(tableSheet)])
}

const FORM_NAMES: Readonly<Record<string, string>> = {
  '2019': '国办公开办函〔2019〕60号',
  '2021': '国办公开办函〔2021〕30号',
}

function textSheet(printed: PrintedReport, { authority, year, form }: SavedReport): XlsxSheet {
  const lines = (name: string, texts: readonly string[]) =>
    texts.flatMap(cellFuls).map((text, at) => [at === 0 ? name : '', text] as const)
  const rows = [
    ['标题', printed.title] as const,
    ['行政机关', authority ?? '〔未读出〕'] as const,
    ['报告年度', year === null ? '〔未读出〕' : String(year)] as const,
    ['格式', FORM_NAMES[form] ?? form] as const,
    ...lines('引言', printed.intro),
    ...printed.sections.flatMap(({ no, heading, paragraphs }) =>
      lines(no, [heading, ...paragraphs]),
    ),
    ...lines('落款', printed.signature),
  ]
  return {
    sheet: '封面与正文',
    columns: [{ width: 12 }, { width: 96 }],
    data: rows.map(([name, text]) => [textCell(name, HEADER), textCell(text)]),
  }
}

function tableSheet(table: PrintedTable): XlsxSheet {
  const rows = table.blocks.flatMap(({ head, body }) => [...head, ...body])
  const data: (XlsxCell | null)[][] = rows.map(() => table.widths.map(() => null))
  const widths = table.widths.map((width) => Math.max(NARROWEST, width / MM_PER_UNIT))
  for (const row of rows) {
    const height = rowHeight(row, widths)
    for (const cell of row) fill(data, cell, height)
  }
  return {
    sheet: `表${table.section}`,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data,
  }
}

/** A unit of column width is a digit of the default font; a Chinese character takes two. */
const MM_PER_UNIT = 1.8
/** The fifteen columns of 表四 fit across a landscape A4 page at this. */
const NARROWEST = 7.4
const LINE_POINTS = 16

/** Spreadsheets do not fit the height of a row to merged cells, so it is given: the lines of its fullest cell. */
function rowHeight(row: readonly PrintedCell[], widths: readonly number[]): number {
  const lines = row
    .filter(({ rowSpan }) => rowSpan === 1)
    .map(({ text, column, colSpan }) => {
      const width = widths.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0)
      return Math.ceil((text.length * 2 + 1) / width)
    })
  return LINE_POINTS * Math.max(1, ...lines) + 4
}

/** Puts the cell into its place; the places that it covers stay empty. */
function fill(data: (XlsxCell | null)[][], cell: PrintedCell, height: number): void {
  data[cell.row]?.splice(cell.column, 1, {
    ...sheetCell(cell),
    height,
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
  })
}

function sheetCell({ kind, text, read, state }: PrintedCell): XlsxCell {
  if (kind === 'label') return textCell(text, { ...PLAIN, align: 'left' })
  if (kind !== 'value') return textCell(text, HEADER)
  const number = read && plainNumber(read)
  if (number) return numberCell(number.value, { ...PLAIN, align: 'center' }, number.format)
  return textCell(text, { ...(state === 'unread' ? ALARM : PLAIN), align: 'center' })
}
