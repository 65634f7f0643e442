import type { GridBlock, GridCell } from '../source/source.js'
import { isLabelWords } from './expected.js'
import type { Fragment } from './fragments.js'
import { hanOnly } from './han.js'

/** The cells of a grid in reading order; a value merged over several rows stands in each row that it covers. */
export function gridFragments({ cells, height }: GridBlock, firstRow: number): Fragment[] {
  const rows = Map.groupBy(cells, ({ row }) => row)
  const fragments = cells.flatMap((cell): Fragment[] => {
    const first = fragmentOf(cell, firstRow)
    const covered = coveredRows(cell, rows, height).map((row) => firstRow + row)
    if (covered.length === 0) return [first]
    return [first.row, ...covered].map((row) => ({ ...first, row, isMerged: true }))
  })
  if (!fragments.some(({ isMerged }) => isMerged)) return fragments
  return fragments.sort((a, b) => a.row - b.row || leftOf(a) - leftOf(b))
}

function fragmentOf({ text, at, row, column, colSpan }: GridCell, firstRow: number): Fragment {
  const extent = [column, column + colSpan] as const
  return { text, at, kind: 'cell', row: firstRow + row, extent, measure: 'grid' }
}

/** The further rows that a merged value covers: in each a cell before it, a label or what follows one. */
function coveredRows(
  { text, row, column, rowSpan }: GridCell,
  rows: ReadonlyMap<number, readonly GridCell[]>,
  height: number,
): number[] {
  if (rowSpan === 1 || text.trim() === '') return []
  const han = hanOnly(text)
  if (han !== '无' && isLabelWords(han)) return []
  const length = Math.max(0, Math.min(row + rowSpan, height) - row - 1)
  const below = Array.from({ length }, (_, i) => row + 1 + i)
  return below.filter((one) => rows.get(one)?.some((cell) => cell.column < column))
}

function leftOf({ extent }: Fragment): number {
  return extent?.[0] ?? 0
}
