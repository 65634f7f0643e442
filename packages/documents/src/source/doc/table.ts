import type { Block } from '../source.js'
import { type PlacedCell, tableBlocks } from '../table/assemble.js'
import type { RowCell } from './row.js'

/** A row as it was read: the blocks of each cell, and how the file defines the row. */
export type DocRow = {
  readonly cells: readonly (readonly Block[])[]
  readonly definition: readonly RowCell[] | null
}

type OpenCell = PlacedCell & { rowSpan: number; colSpan: number }

// Twips: edges nearer than a point and a half are one ruling line.
const SAME_EDGE = 30

/** Rows as a table: columns from the edges of all rows, merged cells joined. */
export function docTable(rows: readonly DocRow[], table: number): Block[] {
  const columnOf = columnFinder(rows)
  const cells: OpenCell[] = []
  const above = new Map<number, OpenCell>()
  for (const [row, { cells: contents, definition }] of rows.entries()) {
    let previous: OpenCell | undefined
    for (const [index, blocks] of contents.entries()) {
      const defined = definition?.[index]
      const column = defined ? columnOf(defined.left) : index
      const colSpan = defined ? Math.max(1, columnOf(defined.right) - column) : 1
      const over = above.get(column)
      if (defined?.isMergedLeft && previous) previous.colSpan += colSpan
      else if (defined?.vertical === 'continue' && over && over.row + over.rowSpan === row) {
        over.rowSpan++
        previous = over
      } else {
        previous = { row, column, rowSpan: 1, colSpan, blocks }
        cells.push(previous)
        above.set(column, previous)
      }
    }
  }
  const width = cells.reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 0)
  const placeOf = ({ row, column }: PlacedCell) =>
    ({ kind: 'table', table, row: row + 1, column: column + 1 }) as const
  return tableBlocks({ height: rows.length, width, cells, placeOf })
}

/** The number of the ruling line an edge lies on. */
function columnFinder(rows: readonly DocRow[]): (edge: number) => number {
  const edges = rows
    .flatMap(({ definition }) => definition ?? [])
    .flatMap(({ left, right }) => [left, right])
    .sort((a, b) => a - b)
  const lines: number[] = []
  for (const edge of edges) if (edge - (lines.at(-1) ?? -1e9) > SAME_EDGE) lines.push(edge)
  return (edge) =>
    Math.max(
      0,
      lines.findLastIndex((line) => line <= edge),
    )
}
