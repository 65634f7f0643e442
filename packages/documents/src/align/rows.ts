import type { BlockSpec } from '@gongkai/report'
import type { Anchor } from './chain.js'
import { rowId } from './expected.js'
import { isPrinted } from './fit-row.js'
import { type Slot, valueSlots } from './slots.js'
import type { Stream } from './stream.js'

/** A row of a block and the slots that may be its values. */
export type RowSlots = {
  readonly block: number
  readonly row: string
  /** Null where the row's label was not found. */
  readonly anchor: Anchor | null
  readonly slots: readonly Slot[]
  /** True where the row has no label of its own and was counted off between its neighbours. */
  readonly counted: boolean
}

/** A chain of anchors with what stands after each. */
export type Walk = {
  readonly stream: Stream
  readonly chain: readonly Anchor[]
  readonly slots: readonly (readonly Slot[])[]
}

/**
 * The slots of every row of the blocks. Where labels are lost but the values between two found labels
 * are just enough for the rows between them, they are dealt out in form order.
 */
export function rowSlots(blocks: readonly BlockSpec[], walk: Walk): RowSlots[] {
  const rows = blocks.flatMap((block, index) =>
    block.rows.map(({ row }): RowSlots => {
      const at = walk.chain.findIndex(({ id }) => id === rowId(index, row))
      const anchor = walk.chain[at] ?? null
      return { block: index, row, anchor, slots: anchor ? gathered(walk, at) : [], counted: false }
    }),
  )
  return dealOut(blocks, rows)
}

/** The slots of a row: those up to the next row, caption or header, group labels passed over. */
function gathered(walk: Walk, at: number): Slot[] {
  const own: Slot[] = []
  const { chain } = walk
  const home = printedRow(walk, at)
  for (let i = at; i < chain.length && (i === at || chain[i]?.id.startsWith('group:')); i++) {
    own.push(...withoutLead(valueSlots(walk.slots[i] ?? []), home, printedRow(walk, i + 1)))
  }
  return own
}

function printedRow({ stream, chain }: Walk, at: number): number | undefined {
  const anchor = chain[at]
  return anchor && stream.fragments[stream.fragment[anchor.start] ?? -1]?.row
}

/** Blank cells in the printed row of the next label stand for merged cells before it: they are no values. */
function withoutLead(
  own: readonly Slot[],
  home: number | undefined,
  next: number | undefined,
): readonly Slot[] {
  if (next === undefined || next === home) return own
  const end = own.findLastIndex(
    (slot) => slot.row !== next || slot.kind === 'empty' || isPrinted(slot),
  )
  return own.slice(0, end + 1)
}

function dealOut(blocks: readonly BlockSpec[], rows: readonly RowSlots[]): RowSlots[] {
  const dealt = rows.slice()
  rows.forEach(({ block, slots, anchor }, i) => {
    const missing = anchor ? missingAfter(rows, i) : 0
    if (missing === 0) return
    const lines = byPrintedRow(
      slots.filter(({ kind }) => kind !== 'empty'),
      blocks[block]?.columns.length ?? 0,
    )
    if (lines.length !== missing + 1) return
    lines.forEach((line, step) => {
      const row = dealt[i + step]
      if (row) dealt[i + step] = { ...row, slots: line, counted: step > 0 }
    })
  })
  return dealt
}

function missingAfter(rows: readonly RowSlots[], at: number): number {
  const block = rows[at]?.block
  let missing = 0
  for (let i = at + 1; rows[i]?.anchor === null && rows[i]?.block === block; i++) missing++
  return missing
}

/** The cells as rows of `columns`, by their printed rows or, failing that, by number alone. */
function byPrintedRow(cells: readonly Slot[], columns: number): Slot[][] {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => row.slice(-columns))
  if (rows.every((row) => row.length === columns)) return rows
  if (cells.length % columns !== 0) return []
  return Array.from({ length: cells.length / columns }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns),
  )
}

/** Whether the table's headers follow one another without an empty line between: then one is a blank cell. */
export function isDense(stream: Stream, chain: readonly Anchor[]): boolean {
  let close = 0
  let apart = 0
  chain.forEach((anchor, i) => {
    const next = chain[i + 1]
    if (!next || anchor.id.startsWith('row:')) return
    const from = stream.fragment[anchor.end - 1] ?? 0
    const between = stream.fragments.slice(from + 1, stream.fragment[next.start])
    if (between.some(({ kind }) => kind !== 'empty')) return
    if (between.length > 0) apart++
    else close++
  })
  return close > apart
}
