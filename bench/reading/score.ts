import type { AnnualReport } from '@gongkai/report'
import type { Truth, TruthCell } from '../generator/model.js'

/** How the cells of one document were read. */
export type Score = {
  readonly cells: number
  readonly right: number
  /** Unread cells: said to be unread, never wrong. */
  readonly unread: number
  /** Unread cells that do not show the text they may be hidden in. */
  readonly mute: number
  /** Cells read otherwise than printed, each as `key: read ≠ printed`. */
  readonly wrong: readonly string[]
}

/** Holds the cells as read against those printed; a dropped row must be unread or blank. */
export function scoreCells(report: AnnualReport, truth: Truth): Score {
  const read = new Map(
    report.cells.map((cell) => [`${cell.table}|${cell.row}|${cell.column}`, cell]),
  )
  const dropped = new Set(truth.layout.drop.map(({ table, row }) => `${table}|${row}`))
  const printed = truth.cells.filter(({ table, row }) => !dropped.has(`${table}|${row}`))
  let right = 0
  let unread = 0
  let mute = 0
  const wrong: string[] = []
  for (const cell of printed) {
    const key = `${cell.table}|${cell.row}|${cell.column}`
    const found = read.get(key)
    if (found?.state === 'unread') {
      unread++
      if (!found.raw) mute++
    } else if (found && isSame(found, cell)) right++
    else wrong.push(`${key}: ${found?.state} ${found?.raw} ≠ ${cell.state} ${cell.raw}`)
  }
  return { cells: printed.length, right, unread, mute, wrong }
}

function isSame(read: AnnualReport['cells'][number], printed: TruthCell): boolean {
  return read.state === printed.state && read.value === printed.value
}
