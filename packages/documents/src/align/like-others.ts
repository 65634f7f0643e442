import { type RowFit, windowsOf } from './fit-row.js'
import type { TableRow } from './rows.js'
import type { Slot } from './slots.js'
import { isPrinted } from './values.js'

/** The rows that their own print leaves open, read as the others of their table show that they must be. */
export function fitLikeOthers(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  return fitByTab(rows, fitByPadding(rows, fits))
}

/** Rows of one length in one table are padded alike: what one shows for certain holds for the others. */
function fitByPadding(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  const keyOf = ({ block, slots }: TableRow) => `${block.columns.length}:${slots.length}`
  const padding = new Map<string, number>()
  rows.forEach((row, i) => {
    const first = firstSlot(row, fits[i])
    if (first && row.slots.some(isPrinted)) padding.set(keyOf(row), row.slots.indexOf(first))
  })
  return rows.map((row, i) => {
    if (fits[i] || row.slots.length === 0) return fits[i] ?? null
    const from = row.slots[padding.get(keyOf(row)) ?? -1]
    const windows = windowsOf(row.slots, row.block.columns.length)
    const values = windows.find(([first]) => first === from)
    return values ? { values, inferred: false } : null
  })
}

/** Where every full row of a tabbed table begins its values at one index, so do the rows whose last blanks were cut off. */
function fitByTab(rows: readonly TableRow[], fits: readonly (RowFit | null)[]): (RowFit | null)[] {
  const starts = new Set(rows.flatMap((row, i) => tabOf(firstSlot(row, fits[i])) ?? []))
  const [start] = starts
  if (starts.size !== 1 || start === undefined) return [...fits]
  return rows.map(({ block, slots }, i) => {
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    if (fits[i] || cells.length === 0) return fits[i] ?? null
    const columns = cells.map((cell) => (tabOf(cell) ?? -1) - start)
    if (columns.some((at) => at < 0 || at >= block.columns.length)) return null
    const values = block.columns.map((_, at) => cells[columns.indexOf(at)] ?? null)
    return { values, inferred: false }
  })
}

/** The slot that the first column of a row was read from. */
function firstSlot({ slots }: TableRow, fit: RowFit | null | undefined): Slot | undefined {
  const first = fit?.values[0]
  return first ? slots.find((slot) => slot === first) : undefined
}

function tabOf(slot: Slot | undefined): number | undefined {
  return slot?.measure === 'tab' ? slot.extent?.[0] : undefined
}
