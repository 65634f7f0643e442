import { drawnColumns, isDrawn } from './drawn-rows.js'
import type { Header } from './header.js'
import type { Slot } from './slots.js'
import { isOneValue, isPrinted } from './values.js'

/** A cell for each column, null where nothing stands under its header. */
export type Placed = readonly (Slot | null)[]

/** Cells put under the header cell that they stand under; null where two printed ones meet or one meets none. */
export function placeByPosition(
  cells: readonly Slot[],
  { extents, measure, cells: width }: Header,
  overflow: number,
): Placed | null {
  if (!measure || !isInOrder(extents)) return null
  if (cells.some((cell) => cell.measure !== measure || !cell.extent)) return null
  const printed = cells.filter(isPrinted)
  if (printed.length === 0 || !printed.every(isOneValue)) return null
  if (measure === 'tab' && !comparesTabs(cells, extents, width)) return null
  const ways = isDrawn(printed)
    ? drawnColumns(extents, overflow)
    : [({ extent }: Slot) => nearest(extent, extents)]
  const own = isDrawn(printed) ? printed : withoutRepeats(printed, extents)
  for (const columnOf of ways) {
    const row = placed(own, extents.length, columnOf)
    if (row) return row
  }
  return null
}

/** Columns stand side by side: headers that overlap are no measure for them. */
function isInOrder(extents: Header['extents']): boolean {
  return extents.every((extent, i) => {
    const next = extents[i + 1]
    return extent && (i === extents.length - 1 || (next && extent[1] <= next[0]))
  })
}

/** Tab indexes compare between rows of equal length, and in a table that has no label column. */
function comparesTabs(cells: readonly Slot[], extents: Header['extents'], width: number): boolean {
  const last = cells.at(-1)?.extent?.[1] ?? 0
  return last === width || (extents[0]?.[0] === 0 && cells[0]?.extent?.[0] === 0)
}

/** A merged cell may be printed again in each column that it covers: one of them is enough. */
function withoutRepeats(printed: readonly Slot[], extents: Header['extents']): Slot[] {
  return printed.filter(({ extent, text }, i) => {
    const before = printed[i - 1]
    const isAgain = before?.text.trim() === text.trim()
    return !isAgain || nearest(before?.extent ?? null, extents) !== nearest(extent, extents)
  })
}

function placed(
  printed: readonly Slot[],
  columns: number,
  columnOf: (cell: Slot) => number,
): Placed | null {
  const row: (Slot | null)[] = Array<null>(columns).fill(null)
  for (const cell of printed) {
    const at = columnOf(cell)
    if (at < 0 || row[at]) return null
    row[at] = cell
  }
  return row
}

/** The column whose header overlaps the extent most; on a page the nearest one may do, if it is near. */
function nearest(extent: Slot['extent'], extents: Header['extents']): number {
  if (!extent) return -1
  const [left, right] = extent
  const overlaps = extents.map((header) =>
    header ? Math.min(right, header[1]) - Math.max(left, header[0]) : Number.NEGATIVE_INFINITY,
  )
  const most = Math.max(...overlaps)
  if (most > 0) return overlaps.indexOf(most)
  const middle = (left + right) / 2
  const gaps = extents.map((header) =>
    Math.abs(middle - ((header?.[0] ?? 0) + (header?.[1] ?? 0)) / 2),
  )
  const least = Math.min(...gaps)
  const others = gaps.filter((gap) => gap !== least)
  return least * 3 < Math.min(...others) ? gaps.indexOf(least) : -1
}
