import type { BlockSpec } from '@gongkai/report'
import type { Anchor } from './chain.js'
import type { Header } from './fit-row.js'
import type { Fragment } from './fragments.js'
import { hanOnly } from './han.js'
import type { Stream } from './stream.js'

/**
 * Where the columns of a block stand: the header cells between its caption and its first row, looked
 * for by their words. Null where the medium has no positions or no header cell was found.
 */
export function headerOf(
  stream: Stream,
  block: BlockSpec,
  start: Anchor | undefined,
  firstRow: Anchor | undefined,
): Header | null {
  if (!firstRow) return null
  const to = stream.fragment[firstRow.start] ?? 0
  const from = start ? (stream.fragment[start.start] ?? 0) : Math.max(0, to - 40)
  const cells = stream.fragments.slice(from, to).filter(({ kind }) => kind === 'cell')
  const measure = cells.find((cell) => cell.measure)?.measure ?? null
  if (!measure) return null
  const found = block.columns.map(({ column }) => {
    const words = hanOnly(column.replace(/（.*/, ''))
    return cells.filter((cell) => cell.measure === measure && isHeader(hanOnly(cell.text), words))
  })
  const row = found.find((own) => own.length > 0)?.[0]?.row
  const own = cells.filter((cell) => cell.row === row)
  return {
    extents: found.map(extentOf),
    measure,
    cells: Math.max(0, ...own.map(({ extent }) => extent?.[1] ?? 0)),
  }
}

/** A unit in brackets may follow the words. */
function isHeader(printed: string, words: string): boolean {
  return printed.startsWith(words) && printed.length <= words.length + 6
}

/** From the first to the last of the cells in the lowest row: a merged header may be printed in each of its columns. */
function extentOf(cells: readonly Fragment[]): readonly [number, number] | null {
  const row = cells.at(-1)?.row
  const own = cells.filter((cell) => cell.row === row)
  const [first, last] = [own[0]?.extent, own.at(-1)?.extent]
  return first && last ? [first[0], last[1]] : null
}
