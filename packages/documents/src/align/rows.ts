import type { BlockSpec, RowSpec } from '@gongkai/report'
import type { Anchor } from './chain.js'
import type { Slot, Walk } from './slots.js'
import { fragmentAt } from './stream.js'
import { countOf, isPrinted, valueSlots } from './values.js'

/** A row of a block and the slots that may be its values. */
export type TableRow = {
  readonly block: BlockSpec
  readonly spec: RowSpec
  /** Null where the row's label was not found. */
  readonly anchor: Anchor | null
  readonly slots: readonly Slot[]
  /** True where the row has no label of its own and was counted off between its neighbours. */
  readonly counted: boolean
  /** What stands behind each print of its label where that is not the same everywhere: the row cannot be read. */
  readonly disputed: readonly (readonly Slot[])[]
}

/**
 * The slots of every row of the blocks. Where labels are lost but the values between two found labels
 * are just enough for the rows between them, they are dealt out in form order.
 */
export function rowsOf(blocks: readonly BlockSpec[], walk: Walk): TableRow[] {
  const rows = blocks.flatMap((block, index) =>
    block.rows.map((spec): TableRow => {
      const places = walk.chain.flatMap((one, at) =>
        one.kind === 'row' && one.block === index && one.label === spec.label ? [at] : [],
      )
      const prints = places.map((at) => ({ anchor: walk.chain[at], slots: gathered(walk, at) }))
      const filled = prints.filter(({ slots }) => slots.some(isCounted))
      const { anchor = null, slots = [] } = filled[0] ?? prints[0] ?? {}
      const isDisputed = new Set(filled.map((one) => valuesText(one.slots))).size > 1
      const disputed = isDisputed ? filled.map((one) => one.slots) : []
      return { block, spec, anchor, slots: isDisputed ? [] : slots, counted: false, disputed }
    }),
  )
  return withShared(dealOut(rows))
}

/** Marks what one merged cell prints for several rows. */
function withShared(rows: readonly TableRow[]): TableRow[] {
  const merged = rows.flatMap(({ slots }) => slots.filter(({ isMerged }) => isMerged))
  const counts = Map.groupBy(merged, ({ at }) => at)
  const isShared = ({ at }: Slot) => (counts.get(at)?.length ?? 0) > 1
  return rows.map((row) => ({
    ...row,
    slots: row.slots.map((slot) => (isShared(slot) ? { ...slot, isShared: true } : slot)),
  }))
}

/** Whether a number or a mark is printed there. */
function isCounted(slot: Slot): boolean {
  return isPrinted(slot) && (/[0-9０-９]/.test(slot.text) || countOf(slot.text) === 0)
}

/** What the slots print, whatever the blanks between. */
function valuesText(slots: readonly Slot[]): string {
  return slots
    .filter(isPrinted)
    .map(({ text }) => text.trim())
    .join(' ')
}

/** The slots of a row: those up to the next row, caption or header, group labels passed over. */
function gathered(walk: Walk, at: number): Slot[] {
  const own: Slot[] = []
  const { chain } = walk
  const home = printedRow(walk, at)
  for (let i = at; i === at || chain[i]?.kind === 'group'; i++) {
    const isInner = i + 1 < chain.length
    const values = valueSlots(walk.slots[i] ?? [], isInner)
    own.push(...withoutMerged(values, home, printedRow(walk, i + 1)))
  }
  // A label that goes on in the next printed row meets its merged value there once more.
  const firsts = new Map(own.toReversed().map((slot) => [slot.at, slot]))
  return own.filter((slot) => !slot.isMerged || firsts.get(slot.at) === slot)
}

function printedRow({ stream, chain }: Walk, at: number): number | undefined {
  const anchor = chain[at]
  return anchor && fragmentAt(stream, anchor.start)?.row
}

/** Blank cells in the printed row of the next label stand for merged cells before it: they are no values. */
function withoutMerged(
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

function dealOut(rows: readonly TableRow[]): TableRow[] {
  const dealt = rows.slice()
  rows.forEach(({ block, slots, anchor }, i) => {
    const missing = anchor ? missingAfter(rows, i) : 0
    if (missing === 0) return
    const cells = slots.filter(({ kind }) => kind !== 'empty')
    const lines = linesOf(cells, block.columns.length)
    if (lines.length !== missing + 1) return
    lines.forEach((line, step) => {
      const row = dealt[i + step]
      if (row) dealt[i + step] = { ...row, slots: line, counted: step > 0 }
    })
  })
  return dealt
}

function missingAfter(rows: readonly TableRow[], at: number): number {
  const block = rows[at]?.block
  let missing = 0
  for (let i = at + 1; rows[i]?.anchor === null && rows[i]?.block === block; i++) missing++
  return missing
}

/** The cells as rows of `columns`, by their printed rows or, failing that, by number alone. */
function linesOf(cells: readonly Slot[], columns: number): Slot[][] {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()]
  const isPadded = (row: readonly Slot[]) =>
    row.length >= columns && !row.slice(0, -columns).some(isPrinted)
  if (rows.every(isPadded)) return rows.map((row) => row.slice(-columns))
  if (cells.length % columns !== 0) return []
  return Array.from({ length: cells.length / columns }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns),
  )
}
