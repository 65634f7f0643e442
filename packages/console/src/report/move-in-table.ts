import { cellKey, type TableView, viewRows } from '@gongkai/report'

/** Where a value stands in its table, in rows and columns of the print. */
export type Spot = { readonly key: string; readonly row: number; readonly column: number }

/** The values of a table in reading order. */
export function spotsOf(view: TableView): readonly Spot[] {
  return viewRows(view).flatMap((row) =>
    row.flatMap((cell) =>
      cell.kind === 'value'
        ? [{ key: cellKey(cell.cell), row: cell.row, column: cell.column }]
        : [],
    ),
  )
}

/** The cell that a key leads to from `from`; null for other keys and at the edge. */
export function nextCell(spots: readonly Spot[], from: string, key: string): string | null {
  const here = spots.find((spot) => spot.key === from)
  if (!here) return null
  const row = spots.filter((spot) => spot.row === here.row)
  switch (key) {
    case 'ArrowRight':
      return row.find(({ column }) => column > here.column)?.key ?? null
    case 'ArrowLeft':
      return row.findLast(({ column }) => column < here.column)?.key ?? null
    case 'Home':
      return row[0]?.key ?? null
    case 'End':
      return row.at(-1)?.key ?? null
    case 'ArrowDown':
      return nearest(spots, here, spots.find((spot) => spot.row > here.row)?.row)
    case 'ArrowUp':
      return nearest(spots, here, spots.findLast((spot) => spot.row < here.row)?.row)
    default:
      return null
  }
}

/** The cell of that row that stands closest under or over `here`. */
function nearest(spots: readonly Spot[], here: Spot, row: number | undefined): string | null {
  const distance = ({ column }: Spot) => Math.abs(column - here.column)
  const there = spots.filter((spot) => spot.row === row)
  return there.toSorted((a, b) => distance(a) - distance(b))[0]?.key ?? null
}
