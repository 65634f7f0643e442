import type { Cell, Sheet } from 'write-excel-file/node'
import { printable } from './printable.js'

/** A worksheet as the library takes it; no image ever stands in one. */
export type XlsxSheet = Sheet<Buffer>
export type XlsxCell = Exclude<Cell, string | number | boolean | Date | null | undefined>

const BOX = {
  borderStyle: 'thin',
  alignVertical: 'center',
  wrap: true,
  fontFamily: '宋体',
  fontSize: 11,
} as const
/** Body cells, headers, and cells that a person has to look at. */
export const PLAIN = { ...BOX } as const
export const HEADER = {
  ...BOX,
  align: 'center',
  fontWeight: 'bold',
  backgroundColor: '#F2F2F2',
} as const
export const ALARM = { ...BOX, textColor: '#B00020', fontWeight: 'bold' } as const

/** Excel holds 32 767 characters in a cell. */
const CELL_LIMIT = 32_000

/** Text that stays text: typed as a string, it is never run as a formula. Past Excel's limit it is cut, and says so. */
export function textCell(text: string, style: object = PLAIN): XlsxCell {
  const whole = printable(text)
  const value = whole.length > CELL_LIMIT ? `${whole.slice(0, CELL_LIMIT)}……（以下略）` : whole
  return { ...style, type: String, value }
}

export function numberCell(value: number, style: object = PLAIN, format?: string): XlsxCell {
  return { ...style, type: Number, value, ...(format !== undefined && { format }) }
}

/** Text cut into pieces that a cell can hold. */
export function cellFuls(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / CELL_LIMIT))
  return Array.from({ length: count }, (_, at) =>
    text.slice(at * CELL_LIMIT, (at + 1) * CELL_LIMIT),
  )
}

/** The workbook's bytes. The library is loaded when it is first needed. */
export async function xlsxBytes(sheets: XlsxSheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer())
}
