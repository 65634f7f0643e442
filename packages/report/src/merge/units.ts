import { shift } from '../decimal.js'
import type { CellSpec } from '../form/layout.js'
import type { Cell } from '../reading/cell.js'

/** Decimal places from yuan. */
const MONEY: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 }

/** The unit that amounts are summed in: that of the header, else the one that all print, else 万元. Null for counts. */
export function sumUnit(spec: CellSpec, cells: readonly Cell[]): string | null {
  if (spec.measure !== 'amount') return null
  if (spec.unit) return spec.unit
  const units = new Set(cells.flatMap(({ value, unit }) => (value !== null && unit ? [unit] : [])))
  const [only] = units
  return only && units.size === 1 ? only : '万元'
}

/** `value` of unit `from` in unit `to`, with a note where it was converted, or the reason why it cannot be. */
export function inUnit(
  value: number,
  from: string | null,
  to: string | null,
): { readonly value: number | null; readonly reason: string | null; readonly note: string | null } {
  if (from === to) return { value, reason: null, note: null }
  const places = [MONEY[from ?? ''], MONEY[to ?? '']] as const
  if (from === null || places[0] === undefined || places[1] === undefined) {
    return { value: null, reason: `${value}没有注明金额单位，不能相加。`, note: null }
  }
  const converted = shift(value, places[0] - places[1])
  return { value: converted, reason: null, note: `${value}${from}换算为${converted}${to}。` }
}
