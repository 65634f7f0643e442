import { waysOfBands } from './bands.js'
import type { Steps } from './cuts.js'
import { cutWindowsOf, type RowFit, windowsOf } from './fit-row.js'
import { ANY, FIVES_SUM, lawOf, type RowLaw } from './row-law.js'
import type { TableRow } from './rows.js'
import type { Slot } from './slots.js'
import { solveRows } from './solve.js'
import { countOf, digitTokens, hidesValue, isPrinted } from './values.js'
import { isFull, type RowShape, type Way, wayOf, waysOf } from './ways.js'
import { withZeroHabit } from './zero-habit.js'

/** So many steps are taken to cut the rows of one table. */
const MOST_STEPS = 600_000

/** The rows that the print leaves open, as far as arithmetic can decide them together with the rows that were read. */
export function decideRows(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  if (!fits.includes(null)) return [...fits]
  const steps: Steps = { left: MOST_STEPS }
  const any = rows.map((row, i) => (fits[i] ? [] : waysOfRow(row, steps)))
  const filled = isFilled(rows, fits, any)
  const open = rows.flatMap((row, i) => {
    const ways = (any[i] ?? []).filter((way) => !filled || isFull(way))
    return ways.length > 0 ? [{ row: row.spec.row, ways, slots: row.slots, at: i }] : []
  })
  if (open.length === 0) return [...fits]
  const isOpen = new Set(open.map(({ at }) => at))
  const known = rows.flatMap(({ spec: { row } }, i) =>
    isOpen.has(i) ? [] : [[row, numbersOf(fits[i] ?? null)] as const],
  )
  const solved = solveRows(new Map(known), open)
  const decided = fits.slice()
  open.forEach(({ ways, slots, at }, i) => {
    decided[at] = agreedFit(solved[i] ?? ways, slots, ways.length > 1)
  })
  return withZeroHabit(rows, decided, new Map(open.map(({ at }, i) => [at, solved[i] ?? []])))
}

function waysOfRow({ block, slots }: TableRow, steps: Steps): readonly Way[] {
  if (slots.length === 0 || slots.some(hidesValue)) return []
  const { columns } = block
  const isChange = (at: number) => columns[at]?.measure === 'change'
  return waysToRead(slots, { columns: columns.length, law: lawOf(block), isChange }, steps)
}

/**
 * Whether the table prints a number in every cell: no row shows fewer digits than it has columns, and so
 * many rows as to leave no doubt can only be read in full. 表二 has no sums to tell.
 */
function isFilled(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
  ways: readonly (readonly Way[])[],
): boolean {
  const own = rows.filter(({ block }) => lawOf(block) !== ANY)
  const isShort = ({ block, slots }: TableRow) =>
    slots.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0) < block.columns.length
  if (own.length === 0 || own.some(isShort)) return false
  const full = rows.filter((_, i) => {
    const fit = fits[i]
    if (fit) return fit.values.every((one) => one)
    return ways[i]?.length !== 0 && ways[i]?.every(isFull)
  })
  return full.length * 2 > rows.length
}

/** A row of 表四, of five columns or of all fifteen, by its own arithmetic alone; null where it cannot be read in any way. */
export function decideRemedies(
  slots: readonly Slot[],
  columns: number,
  law: RowLaw,
): RowFit | null {
  if (slots.some(hidesValue)) return null
  const hasBands = law === FIVES_SUM && windowsOf(cellsOf(slots), columns).length === 0
  const bands = hasBands ? waysOfBands(digitTokens(slots)) : null
  const parts = bands ?? [
    waysToRead(slots, { columns, law, isChange: () => false }, { left: MOST_STEPS }),
  ]
  if (parts.some((ways) => ways.length === 0)) return null
  const fits = parts.map((ways) => agreedFit(ways, slots, ways.length > 1))
  return {
    values: fits.flatMap(({ values }) => values),
    inferred: fits.some(({ inferred }) => inferred),
    isWhole: true,
  }
}

function cellsOf(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ kind }) => kind !== 'empty')
}

/** Every way to read the slots as a row: as cells where blanks at the edges may be left out, else as digits. */
function waysToRead(slots: readonly Slot[], shape: RowShape, steps: Steps): readonly Way[] {
  const cells = cellsOf(slots)
  const windows = [...windowsOf(cells, shape.columns), ...cutWindowsOf(cells, shape.columns)]
  if (windows.length === 0) return waysOf(digitTokens(slots), shape, steps) ?? []
  return windows
    .map((window) =>
      wayOf(window.map((slot) => (slot && isPrinted(slot) ? slot.text.trim() : null))),
    )
    .filter(({ counts }) => shape.law(counts))
}

/** What all ways agree on, the other columns open. Of a single way only the blanks were not printed. */
function agreedFit(ways: readonly Way[], slots: readonly Slot[], chosen: boolean): RowFit {
  const [first, ...others] = ways
  const at = slots.find(isPrinted)?.at
  const values = (first?.texts ?? []).map((text, column) => {
    if (text === undefined || others.some(({ texts }) => texts[column] !== text)) return undefined
    return text === null || !at ? null : { text, at }
  })
  return { values, inferred: chosen || values.some((value) => !value), isWhole: true }
}

/** The numbers of a row that was read; null where one of its cells is open or no number. */
function numbersOf(fit: RowFit | null): number[] | null {
  if (!fit || fit.values.includes(undefined)) return null
  const values = fit.values.map((one) => countOf(one?.text ?? ''))
  return values.some(Number.isNaN) ? null : values
}
