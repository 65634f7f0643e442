import type { BlockSpec } from '@gongkai/report'
import { type Placed, placeByPosition } from './by-position.js'
import { FLUSH, isDrawn, labelExtent, type OverflowOf } from './drawn-rows.js'
import type { Extent } from './fragments.js'
import type { Header } from './header.js'
import type { TableRow } from './rows.js'
import type { Walk } from './slots.js'
import { isPrinted } from './values.js'

/** So many of a table's rows must keep to the positions of its header, or they are no positions. */
const KEEPING = 0.8

/** So many rows do not keep to a header by chance. */
const MANY = 6

/** Whether the rows of a table keep to its headers: positions in a text drawn with blanks are trusted only then. */
export function keepToHeaders(
  walk: Walk,
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
    const keeps = fitted !== null && !(isFull && fitted.includes(null))
    return [{ keeps, isSure: isFull || (fitted !== null && isFlush(fitted, header)) }]
  })
  // A few rows may keep to the header by chance: one of them at least must fill it or stand flush with it.
  const isFew = drawn.length > 0 && drawn.length < MANY
  if (isFew && !drawn.some(({ isSure }) => isSure) && !isPadded(walk, rows, headers)) return false
  return drawn.filter(({ keeps }) => keeps).length >= drawn.length * KEEPING
}

/**
 * Whether no label pushes its row to the right: all rows of several columns, and many of them, stand under their headers
 * as they are, each value flush with its header on the same side.
 */
export function standStill(
  rows: readonly TableRow[],
  headers: ReadonlyMap<BlockSpec, Header | null>,
): boolean {
  const drawn = rows.flatMap(({ block, slots }) => {
    const cells = slots.filter(isPrinted)
    const extents = headers.get(block)?.extents ?? []
    return block.columns.length > 1 && isDrawn(cells) ? [{ cells, extents }] : []
  })
  if (drawn.length < MANY) return false
  return FLUSH.some((isFlush) =>
    drawn.every(({ cells, extents }) => {
      const columns = cells.map(({ extent }) =>
        extents.findIndex((header) => extent && header && isFlush(extent, header)),
      )
      return columns.every((at, i) => at > (columns[i - 1] ?? -1))
    }),
  )
}

/**
 * Whether all rows of one column begin right under their header, though their labels are not equally long: labels
 * were padded to their column, so that no cell has moved to the left.
 */
function isPadded(
  walk: Walk,
  rows: readonly TableRow[],
  headers: ReadonlyMap<BlockSpec, Header | null>,
): boolean {
  const ends = new Set<number>()
  for (const { block, slots, anchor } of rows) {
    const [cell, ...others] = slots.filter(isPrinted)
    if (block.columns.length > 1 || !cell) continue
    const left = leftOf(headers.get(block)?.extents[0])
    if (others.length > 0 || !isDrawn([cell]) || leftOf(cell.extent) !== left) return false
    const label = labelExtent(walk, anchor)
    if (label) ends.add(label[1])
  }
  return ends.size > 1
}

/** Blanks may stand before the value inside its cell. */
const INDENT = 2

/** Whether several values begin each where its header begins: run together they would stand closer than headers do. */
function isFlush(fitted: Placed, { extents }: Header): boolean {
  const own = fitted.flatMap((cell, at) =>
    cell ? [leftOf(cell.extent) - leftOf(extents[at])] : [],
  )
  return own.length > 1 && own.every((indent) => indent >= 0 && indent <= INDENT)
}

function leftOf(extent: Extent | null | undefined): number {
  return extent?.[0] ?? Number.NaN
}
