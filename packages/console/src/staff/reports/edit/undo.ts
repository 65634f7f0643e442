import { type Cell, cellKey, cellsByKey, followCells, type SavedReport } from '@gongkai/report'

/** What was done to cells of a table, to be taken back: the cells as they stood before. */
export type CellChange = {
  /** Of the cell that was typed in; null where many were filled at once. */
  readonly typedIn: string | null
  readonly before: readonly Cell[]
}

/** So far back it goes. */
const MOST = 50

/** The changes with one more to come to `keys` of this report. What is typed into one cell in one go is one change. */
export function remembered(
  changes: readonly CellChange[],
  report: SavedReport,
  keys: Iterable<string>,
  typedIn: string | null,
): readonly CellChange[] {
  if (typedIn !== null && changes.at(-1)?.typedIn === typedIn) return changes
  const cells = cellsByKey(report)
  const before = [...keys].flatMap((key) => cells.get(key) ?? [])
  return before.length === 0 ? changes : [...changes, { typedIn, before }].slice(-MOST)
}

/** The report with the cells of a change as they stood before it; bound figures follow. */
export function undone(report: SavedReport, { before }: CellChange): SavedReport {
  const were = new Map(before.map((cell) => [cellKey(cell), cell]))
  const cells = report.cells.map((cell) => were.get(cellKey(cell)) ?? cell)
  return followCells({ ...report, cells })
}
