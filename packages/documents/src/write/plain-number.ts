import { type Cell, halfWidth } from '@gongkai/report'

/** A number for a spreadsheet, with the format that makes it look as printed. */
export type PlainNumber = { readonly value: number; readonly format?: string }

/** Sign, digits with or without separators, decimals. */
const PLAIN = /^([+-]?)\d+(,\d{3})*(?:\.(\d+))?$/

/** The cell's number where nothing but a number is printed in it; null where a unit or anything else stands there. */
export function plainNumber({ state, value, raw }: Cell): PlainNumber | null {
  if (state !== 'number' || value === null) return null
  if (raw === null) return { value }
  const printed = PLAIN.exec(halfWidth(raw).replace(/[−–]/g, '-').trim())
  if (!printed) return null
  const [, sign, group, decimals] = printed
  const digits = `${group ? '#,##0' : '0'}${decimals ? `.${'0'.repeat(decimals.length)}` : ''}`
  const format = sign === '+' ? `+${digits};-${digits};${digits}` : digits
  return format === '0' ? { value } : { value, format }
}
