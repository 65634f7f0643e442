import { HEADER, textCell, xlsxBytes } from './xlsx-cells.js'

// Characters: a name or an address in one line.
const COLUMN_WIDTH = 20

/** Rows as a workbook of one sheet whose first row is the heading. Every cell is text, so that Excel rounds no long number of it. */
export async function writeSheetRows(
  sheet: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const columns = rows[0]?.map(() => ({ width: COLUMN_WIDTH })) ?? []
  const data = rows.map((row, index) =>
    row.map((text) => (index === 0 ? textCell(text, HEADER) : textCell(text))),
  )
  return xlsxBytes([{ sheet, columns, data }])
}
