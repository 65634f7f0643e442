import type { RowFit } from './fit-row.js'
import { ANY, lawOf } from './row-law.js'
import type { TableRow } from './rows.js'
import { countOf } from './values.js'
import type { Gap, Way } from './ways.js'

/** So many zeros of a column show whether it prints them. */
const SHOWN = 3

/** The row of sums is often filled by another hand than the rows above it. */
const SUM_ROW = '三（七）'

/**
 * Where all numbers of a row are known but not which of its zeros are printed, the other rows of 表三 may show it: columns
 * that leave every zero blank, in a table of which no column but 总计 prints any and none leaves 总计 blank. `ways`: by row, those left to it.
 */
export function withZeroHabit(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
  ways: ReadonlyMap<number, readonly Way[]>,
): (RowFit | null)[] {
  const isOpen = [...ways.values()].some((own) => own.length === 1 && own[0]?.gaps.length)
  const blank = isOpen ? blankColumns(rows, fits) : new Set<number>()
  return fits.map((fit, i) => {
    const [way, ...others] = ways.get(i) ?? []
    if (!fit || !way || others.length > 0 || rows[i]?.spec.row === SUM_ROW) return fit
    return way.gaps.reduce((filled, gap) => withGap(filled, rows[i], gap, blank), fit)
  })
}

function withGap(
  fit: RowFit,
  row: TableRow | undefined,
  { from, to, zeros }: Gap,
  blank: ReadonlySet<number>,
): RowFit {
  const at = row?.slots.find(({ text }) => text.trim() !== '')?.at
  const columns = Array.from({ length: to - from }, (_, i) => from + i)
  const others = columns.filter((column) => !blank.has(column))
  if (!at || others.length < zeros) return fit
  const values = fit.values.map((value, column) => {
    if (column < from || column >= to) return value
    if (blank.has(column)) return null
    return others.length === zeros ? { text: '0', at } : value
  })
  return { ...fit, values, inferred: true }
}

/** The columns whose zeros are blank in every row; none where a zero is printed before 总计 or 总计 itself left blank. */
function blankColumns(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): ReadonlySet<number> {
  const own = rows.flatMap(({ block, spec }, i) =>
    lawOf(block) !== ANY && spec.row !== SUM_ROW && fits[i] ? [fits[i].values] : [],
  )
  const total = (own[0]?.length ?? 1) - 1
  const parts = Array.from({ length: total }, (_, column) => column)
  const isPrinted = (column: number) => own.some((values) => isZero(values[column]))
  if (parts.some(isPrinted) || own.some((values) => isBlank(values[total]))) return new Set()
  const isShown = (column: number) =>
    own.filter((values) => isBlank(values[column])).length >= SHOWN
  return new Set(parts.filter(isShown))
}

function isBlank(value: RowFit['values'][number]): boolean {
  return value === null || value?.text.trim() === ''
}

function isZero(value: RowFit['values'][number]): boolean {
  return !!value && /[0-9０-９]/.test(value.text) && countOf(value.text) === 0
}
