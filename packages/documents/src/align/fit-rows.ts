import type { BlockSpec } from '@gongkai/report'
import { decideRows } from './decide.js'
import { overflows } from './drawn-rows.js'
import { type Fitted, fitRow, type RowFit } from './fit-row.js'
import { headerOf, spacingOf } from './header.js'
import { fitLikeOthers } from './like-others.js'
import { lawOf } from './row-law.js'
import type { TableRow } from './rows.js'
import type { Walk } from './slots.js'
import { keepToHeaders, standStill } from './trusted-headers.js'
import { isPrinted } from './values.js'

/**
 * What the rows of 表二 or 表三 hold: by the print of each row, then by that of the rows like it, then by
 * arithmetic. Null for a row that stays open. `closed`: something follows the table in the document.
 */
export function fitRows(
  walk: Walk,
  blocks: readonly BlockSpec[],
  rows: readonly TableRow[],
  closed: boolean,
): (RowFit | null)[] {
  const found = new Map(blocks.map((block, index) => [block, headerOf(walk, block, index)]))
  const overflowOf = standStill(rows, found) ? () => 0 : overflows(walk, rows, [...found.values()])
  const isTrusted = keepToHeaders(walk, rows, found, overflowOf)
  const spacing = spacingOf(walk)
  const printed = rows.map(({ block, slots, anchor, counted, disputed }): RowFit | null => {
    if ((!anchor && !counted) || disputed.length > 0) return null
    const columns = block.columns.length
    const isLast = anchor === walk.chain.at(-1)
    if (!slots.some(isPrinted) && (closed || !isLast)) return bareRow(columns, slots[0] ?? null)
    const header = isTrusted ? (found.get(block) ?? null) : null
    const setting = { columns, header, ...spacing, isLast, law: lawOf(block) }
    const values = fitRow(slots, { ...setting, overflow: overflowOf(anchor) })
    return values && { values, inferred: counted }
  })
  return decideRows(rows, fitLikeOthers(walk, rows, printed))
}

/** A row with a label and nothing printed behind it: its cells are blank. */
function bareRow(columns: number, at: Fitted): RowFit {
  return { values: Array<Fitted>(columns).fill(at), inferred: false }
}
