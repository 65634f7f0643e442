import type { Anchor } from './chain.js'
import type { Extent } from './fragments.js'
import type { Header } from './header.js'
import type { TableRow } from './rows.js'
import type { Slot, Walk } from './slots.js'
import { fragmentAt } from './stream.js'

/** Which column of the header a cell stands under; -1 for none. */
export type ColumnOf = (cell: Slot) => number

/** Whether a row's cells come from a text whose columns are drawn with blanks. */
export function isDrawn(cells: readonly Slot[]): boolean {
  return cells[0]?.measure === 'page' && cells[0].at.kind === 'line'
}

/** Whether a cell shares an edge with its header: the left one, the right one, or the middle; blanks may stand inside the cell. */
export const FLUSH: readonly ((cell: Extent, header: Extent) => boolean)[] = [
  (cell, header) => cell[0] >= header[0] && cell[0] <= header[0] + 2,
  (cell, header) => cell[1] <= header[1] && cell[1] >= header[1] - 2,
  (cell, header) => Math.abs(cell[0] + cell[1] - header[0] - header[1]) <= 2,
]

/** The two quotation marks of one label may have been counted as one column each or as two. */
const QUOTES = 2

/**
 * The ways in which the cells of a drawn row may stand under the header. A label too long for its column, by
 * `overflow`, pushes the whole row to the right.
 */
export function drawnColumns(extents: Header['extents'], overflow: number): ColumnOf[] {
  const moved = overflow > 0 ? overflow + gapOf(extents) : 0
  return FLUSH.flatMap((isFlush) =>
    [moved, moved + QUOTES, moved - QUOTES].map((shift) => ({ extent }: Slot) => {
      if (!extent) return -1
      const back: Extent = [extent[0] - shift, extent[1] - shift]
      return extents.findIndex((header) => header && isFlush(back, header))
    }),
  )
}

/** Blanks between two columns: the least that parts two headers. */
function gapOf(extents: Header['extents']): number {
  const gaps = extents.flatMap((extent, i) => {
    const next = extents[i + 1]
    return extent && next ? [next[0] - extent[1]] : []
  })
  return Math.min(...gaps.filter((gap) => gap > 0), 4)
}

/** By how much the label of a row runs over the column in which it stands. */
export type OverflowOf = (anchor: Anchor | null) => number

/** Measures the labels of a table against the places where its columns begin. */
export function overflows(
  walk: Walk,
  rows: readonly TableRow[],
  headers: readonly (Header | null)[],
): OverflowOf {
  const labels = rows.flatMap(({ anchor }) => labelExtent(walk, anchor)?.[0] ?? [])
  const values = headers.flatMap((header) => header?.extents[0]?.[0] ?? [])
  const starts = [...new Set([...labels, ...values])]
  return (anchor) => {
    const extent = labelExtent(walk, anchor)
    if (!extent) return 0
    const next = Math.min(...starts.filter((start) => start > extent[0]))
    return Math.max(0, extent[1] - next)
  }
}

/** Where the label of a row stands in its line; null where the medium does not tell. */
export function labelExtent({ stream }: Walk, anchor: Anchor | null): Extent | null {
  if (!anchor) return null
  const first = fragmentAt(stream, anchor.start)?.extent
  const last = fragmentAt(stream, anchor.end - 1)?.extent
  return first && last ? [first[0], last[1]] : null
}
