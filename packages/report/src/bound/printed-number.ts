import type { Cell } from '../reading/cell.js'
import { halfWidth } from '../reading/to-cell.js'

/** A number as it stands in a text: whole, with its sign, its groups of three and its decimals. */
export type PrintedNumber = {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly value: number
  /** What stands behind it and changes what it means: `万元`, `%`; null for anything else. */
  readonly unit: string | null
}

/** A sign counts only where no digit stands before it: 2024-2025 is no negative number. */
const NUMBER = /(?:(?<!\d)[−–-])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g

const UNIT = /^ ?(亿元|万元|元|[亿万千百十%‰成倍])/

/** The numbers of a text, in order. Those with a zero before other digits are none: they are marks of something else. */
function printedNumbers(text: string): readonly PrintedNumber[] {
  const narrow = text.replace(/[０-９．％]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
  return [...narrow.matchAll(NUMBER)].flatMap(({ 0: found, index: start }): PrintedNumber[] => {
    if (/^\D?0\d/.test(found)) return []
    const end = start + found.length
    const value = Number(found.replaceAll(',', '').replace(/^[−–]/, '-'))
    const unit = UNIT.exec(narrow.slice(end))?.[1] ?? null
    return [{ start, end, raw: text.slice(start, end), value, unit }]
  })
}

/** The number that is selected in a text, or that the cursor stands in or at; null where there is none, or more than one. */
export function numberAt(text: string, start: number, end: number): PrintedNumber | null {
  const touched = printedNumbers(text).filter((one) =>
    start === end ? one.start <= start && start <= one.end : one.start < end && start < one.end,
  )
  return touched.length === 1 ? (touched[0] ?? null) : null
}

/** Whether what stands behind the number lets it print the cell: nothing that changes its meaning, or the unit of the cell. */
export function fitsUnit(number: PrintedNumber, { unit }: Cell): boolean {
  return number.unit === null || number.unit === unit
}

/** Whether the number says what the cell says. A blank, a mark, a text and an unread cell say no number, and so none prints them. */
export function prints(number: PrintedNumber, cell: Cell): boolean {
  return cell.state === 'number' && number.value === cell.value && fitsUnit(number, cell)
}

/** The number of a cell as it would stand in a text, with groups of three where `like` has them; null where the cell has no number. */
export function printedLike({ state, value, raw }: Cell, like: string): string | null {
  if (state !== 'number' || value === null) return null
  const size = Math.abs(value)
  const digits = printedNumbers(halfWidth(raw ?? '')).find((one) => Math.abs(one.value) === size)
  const [whole = '', decimals] = (digits?.raw ?? `${value}`).replace(/^\D+|,/g, '').split('.')
  const grouped = like.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${value < 0 ? '-' : ''}${grouped}${decimals ? `.${decimals}` : ''}`
}
