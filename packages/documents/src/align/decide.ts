import { type Candidate, candidatesOf, numbers } from './candidates.js'
import { type RowFit, windowsOf } from './fit-row.js'
import { ANY, lawOf, type RowLaw } from './row-law.js'
import type { TableRow } from './rows.js'
import type { Slot } from './slots.js'
import { type OpenRow, solveRows } from './solve.js'
import { countOf, digitTokens, isPrinted } from './values.js'

/** The rows that the print leaves open, as far as arithmetic can decide them together with the rows that were read. */
export function decideRows(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  if (!fits.includes(null)) return [...fits]
  const filled = isFilled(rows, fits)
  const open = rows.flatMap((row, i): OpenRow[] => {
    const ways = fits[i] ? [] : waysOfRow(row, filled)
    return ways.length > 0 ? [{ row: row.spec.row, ways }] : []
  })
  if (open.length === 0) return [...fits]
  const isOpen = new Set(open.map(({ row }) => row))
  const known = rows.flatMap(({ spec: { row } }, i) =>
    isOpen.has(row) ? [] : [[row, numbersOf(fits[i] ?? null)] as const],
  )
  const solved = solveRows(new Map(known), open)
  return rows.map(({ spec, slots }, i) => {
    const lawful = solved.get(spec.row)
    const ways = open.find(({ row }) => row === spec.row)?.ways
    return lawful && ways ? agreedFit(lawful, slots, ways.length > 1) : (fits[i] ?? null)
  })
}

function waysOfRow({ block, slots }: TableRow, filled: boolean): readonly Candidate[] {
  if (slots.length === 0) return []
  return waysToRead(slots, block.columns.length, lawOf(block), filled)
}

/**
 * Whether the table prints a number in every cell: no row shows fewer digits than it has columns, and so
 * many rows as to leave no doubt can only be read in full. 表二 has no sums to tell.
 */
function isFilled(rows: readonly TableRow[], fits: readonly (RowFit | null)[]): boolean {
  const own = rows.filter(({ block }) => lawOf(block) !== ANY)
  const isShort = ({ block, slots }: TableRow) =>
    slots.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0) < block.columns.length
  if (own.length === 0 || own.some(isShort)) return false
  const full = rows.filter((row, i) => {
    const ways = fits[i] ? [fits[i].values.map((one) => one?.text ?? null)] : waysOfRow(row, false)
    return ways.length > 0 && ways.every((way) => !way.includes(null))
  })
  return full.length * 2 > rows.length
}

/** A row by its own arithmetic alone; null where it cannot be read in any way. */
export function decideRow(slots: readonly Slot[], columns: number, law: RowLaw): RowFit | null {
  const ways = waysToRead(slots, columns, law, false)
  return ways.length > 0 ? agreedFit(ways, slots, ways.length > 1) : null
}

/** Every way to read the slots as a row: as cells where blanks at the edges may be left out, else as digits. */
function waysToRead(
  slots: readonly Slot[],
  columns: number,
  law: RowLaw,
  filled: boolean,
): readonly Candidate[] {
  const cells = slots.filter(({ kind }) => kind !== 'empty')
  const windows = windowsOf(cells, columns)
  if (windows.length === 0) return candidatesOf(digitTokens(slots), columns, law, filled) ?? []
  return windows
    .map((window) => window.map((slot) => (isPrinted(slot) ? slot.text.trim() : null)))
    .filter((way) => law(numbers(way)))
}

/** What all ways agree on, the other columns open. Of a single way only the blanks were not printed. */
function agreedFit(ways: readonly Candidate[], slots: readonly Slot[], chosen: boolean): RowFit {
  const [first = [], ...others] = ways
  const at = slots.find(isPrinted)?.at
  const values = first.map((text, column) => {
    if (others.some((other) => other[column] !== text)) return undefined
    return text === null || !at ? null : { text, at }
  })
  return { values, inferred: chosen || values.includes(null) }
}

/** The numbers of a row that was read; null where one of its cells is open or no number. */
function numbersOf(fit: RowFit | null): number[] | null {
  if (!fit) return null
  const values = fit.values.map((one) => countOf(one?.text ?? ''))
  return values.some(Number.isNaN) ? null : values
}
