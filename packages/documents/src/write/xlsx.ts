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
 * The report as a workbook: 正文, then a sheet for each table with the merges of the form. What is printed as
 * a plain number is a number; everything else is text, also what begins like a formula.
 */
export async function writeXlsx(printed: PrintedReport): Promise<Uint8Array> {
  const tables = printed.sections.flatMap(({ table }) => (table ? [table] : []))
  return xlsxBytes([textSheet(printed), ...tables.map(tableSheet)])
}

/** The text in one column, as it is printed, so that it can be read back. */
function textSheet(printed: PrintedReport): XlsxSheet {
  const { title, intro, sections, signature } = printed
  const row = (text: string, style?: typeof HEADER) => [textCell(text, style)]
  const lines = (texts: readonly string[]) => texts.flatMap(cellFuls).map((text) => row(text))
  return {
    sheet: '正文',
    columns: [{ width: 110 }],
    data: [
      row(title, HEADER),
      ...lines(intro),
      ...sections.flatMap(({ heading, paragraphs }) => [
        row(heading, HEADER),
        ...lines(paragraphs),
      ]),
      ...lines(signature),
    ],
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
