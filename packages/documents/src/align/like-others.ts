import { cutWindowsOf, type RowFit, windowsOf } from './fit-row.js'
import type { Fragment } from './fragments.js'
import type { TableRow } from './rows.js'
import type { Slot, Walk } from './slots.js'
import { fragmentAt } from './stream.js'
import { isOneValue, isPrinted } from './values.js'

/** The rows that their own print leaves open, read as the others of their table show that they must be. */
export function fitLikeOthers(
  walk: Walk,
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  return fitByTab(walk, rows, fitByPadding(rows, fits))
}

/** Rows of one length in one table are padded alike: what one shows for certain holds for the others. */
function fitByPadding(
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  const keyOf = ({ block, slots }: TableRow) => `${block.columns.length}:${slots.length}`
  const padding = new Map<string, number>()
  const shown = new Set<string>()
  rows.forEach((row, i) => {
    const first = firstSlot(row, fits[i])
    if (first && row.slots.some(isPrinted)) padding.set(keyOf(row), row.slots.indexOf(first))
    if (first && showsBlank(row)) shown.add(keyOf(row))
  })
  return rows.map((row, i) => {
    if (fits[i] || row.slots.length === 0) return fits[i] ?? null
    const from = row.slots[padding.get(keyOf(row)) ?? -1]
    const columns = row.block.columns.length
    if (cutWindowsOf(row.slots, columns).length > 0) return null
    if (row.slots.length === columns && !shown.has(keyOf(row))) return null
    const windows = windowsOf(row.slots, columns)
    const values = windows.find(([first]) => first === from)
    return values ? { values, inferred: false } : null
  })
}

/** Whether an empty line between two values shows that a blank cell is one. */
function showsBlank({ slots }: TableRow): boolean {
  const inner = slots.slice(slots.findIndex(isPrinted), slots.findLastIndex(isPrinted))
  return inner.some(({ kind }) => kind === 'empty')
}

/** Where a row's own tab indexes count from. */
type OriginOf = (row: TableRow) => number | undefined

/**
 * Where every full row of a tabbed table begins its values at one index, or as many tabs behind its label where
 * group labels stand before some labels only, so do the rows whose last blanks were cut off.
 */
function fitByTab(
  walk: Walk,
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  const fromLine: OriginOf = () => 0
  const fromLabel: OriginOf = ({ anchor }) =>
    tabOf(anchor && fragmentAt(walk.stream, anchor.end - 1))
  const origins = rows.some(keepsBlanks) ? [fromLine, fromLabel] : [fromLine]
  for (const originOf of origins) {
    const starts = new Set(rows.flatMap((row, i) => startOf(row, fits[i], originOf)))
    const [start] = starts
    if (starts.size !== 1 || start === undefined) continue
    if (rows.every((row) => isWithin(row, start, originOf))) {
      return fitFrom(start, originOf, rows, fits)
    }
  }
  return [...fits]
}

/** Whether nothing is printed before the first column or behind the last. */
function isWithin(row: TableRow, start: number, originOf: OriginOf): boolean {
  const origin = originOf(row)
  return row.slots.every((slot) => {
    const tab = isPrinted(slot) ? tabOf(slot) : undefined
    if (tab === undefined || origin === undefined) return true
    return tab >= start + origin && tab < start + origin + row.block.columns.length
  })
}

/** Whether a blank cell before a printed one shows that blanks keep their tab. */
function keepsBlanks({ slots }: TableRow): boolean {
  const last = slots.findLastIndex(isPrinted)
  return slots.some((slot, i) => i < last && tabOf(slot) !== undefined && !isPrinted(slot))
}

function startOf(row: TableRow, fit: RowFit | null | undefined, originOf: OriginOf): number[] {
  const first = tabOf(firstSlot(row, fit))
  const origin = originOf(row)
  return first === undefined || origin === undefined ? [] : [first - origin]
}

function fitFrom(
  start: number,
  originOf: OriginOf,
  rows: readonly TableRow[],
  fits: readonly (RowFit | null)[],
): (RowFit | null)[] {
  return rows.map((row, i) => {
    const { block, slots } = row
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    const origin = originOf(row)
    if (fits[i] || cells.length === 0) return fits[i] ?? null
    if (origin === undefined || !cells.every(isOneValue)) return null
    if (cells.some((cell) => isPrinted(cell) && tabOf(cell) === undefined)) return null
    const columns = cells.map((cell) => (tabOf(cell) ?? -1) - start - origin)
    if (new Set(columns).size < columns.length) return null
    const values = block.columns.map((_, at) => cells[columns.indexOf(at)] ?? null)
    return { values, inferred: false }
  })
}

/** The slot that the first column of a row was read from. */
function firstSlot({ slots }: TableRow, fit: RowFit | null | undefined): Slot | undefined {
  const first = fit?.values[0]
  return first ? slots.find((slot) => slot === first) : undefined
}

function tabOf(slot: Fragment | null | undefined): number | undefined {
  return slot?.measure === 'tab' ? slot.extent?.[0] : undefined
}
