import type { AnnualReport } from '@gongkai/report'
import type { Truth, TruthCell } from '../generator/model.js'
import { keyOf } from './oracle/oracle.js'

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
  /** How each cell was read, by `keyOf`. */
  readonly reading: ReadonlyMap<string, 'right' | 'unread' | 'wrong'>
}

/** Holds the cells as read against those printed; a dropped row must be unread or blank. */
export function scoreCells(report: AnnualReport, truth: Truth): Score {
  const read = new Map(report.cells.map((cell) => [keyOf(cell), cell]))
  const dropped = new Set(truth.layout.drop.map(({ table, row }) => `${table}|${row}`))
  const printed = truth.cells.filter(({ table, row }) => !dropped.has(`${table}|${row}`))
  const reading = new Map<string, 'right' | 'unread' | 'wrong'>()
  let mute = 0
  const wrong: string[] = []
  for (const cell of printed) {
    const key = keyOf(cell)
    const found = read.get(key)
    const isUnread = found?.state === 'unread'
    const how = isUnread ? 'unread' : found && isSame(found, cell) ? 'right' : 'wrong'
    reading.set(key, how)
    if (isUnread && !found.raw) mute++
    if (how === 'wrong')
      wrong.push(`${key}: ${found?.state} ${found?.raw} ≠ ${cell.state} ${cell.raw}`)
  }
  const count = (how: string) => [...reading.values()].filter((one) => one === how).length
  return {
    cells: printed.length,
    right: count('right'),
    unread: count('unread'),
    mute,
    wrong,
    reading,
  }
}

function isSame(read: AnnualReport['cells'][number], printed: TruthCell): boolean {
  return read.state === printed.state && read.value === printed.value
}
