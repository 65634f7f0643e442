import type { BlockSpec } from '@gongkai/report'
import { placeByPosition } from './by-position.js'
import { isDrawn, type OverflowOf } from './drawn-rows.js'
import type { Header } from './header.js'
import type { TableRow } from './rows.js'
import { isPrinted } from './values.js'

/** So many of a table's rows must keep to the positions of its header, or they are no positions. */
const KEEPING = 0.8

/** So many rows do not keep to a header by chance. */
const MANY = 6

/** Whether the rows of a table keep to its headers: positions in a text drawn with blanks are trusted only then. */
export function keepToHeaders(
  rows: readonly TableRow[],
  headers: ReadonlyMap<BlockSpec, Header | null>,
  overflowOf: OverflowOf,
): boolean {
  const drawn = rows.flatMap(({ block, slots, anchor }) => {
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    const header = headers.get(block)
    if (!header || !isDrawn(cells) || block.columns.length === 1) return []
    const fitted = placeByPosition(cells, header, overflowOf(anchor))
    const isFull = cells.filter(isPrinted).length === block.columns.length
    return [{ keeps: fitted !== null && !(isFull && fitted.includes(null)), isFull }]
  })
  // A few rows may keep to the header by chance: one of them at least must fill it.
  if (drawn.length > 0 && drawn.length < MANY && !drawn.some(({ isFull }) => isFull)) return false
  return drawn.filter(({ keeps }) => keeps).length >= drawn.length * KEEPING
}
