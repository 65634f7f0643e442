import type { Residue } from '@gongkai/report'
import { isLabelWords } from './expected.js'
import type { RowFit } from './fit-row.js'
import { hanOnly } from './han.js'
import { isBareNumber, isPageNumber } from './page-number.js'
import type { Region } from './region.js'
import type { Slot, Walk } from './slots.js'

/** A row as far as it says which of the printed slots it has made use of. */
type Row = {
  readonly slots: readonly Slot[]
  readonly disputed: readonly (readonly Slot[])[]
  readonly fit: RowFit | null
}

/** At most so many characters of a left-over are listed. */
const SHOWN = 200

/**
 * What stands printed within a table and went into none of its cells: page numbers, lines and rows that the form does not
 * have, one entry for each printed row. Rows that stay open show their own text in a problem.
 */
export function leftOver(walk: Walk, rows: readonly Row[], region: Region): Residue[] {
  const used = new Set(rows.flatMap(usedOf))
  const left = walk.slots
    .flat()
    .filter((slot) => slot.fragment <= region.last && !used.has(slot) && isForeign(slot))
  return [
    ...Map.groupBy(left, ({ row, kind, fragment }) =>
      kind === 'cell' ? `${row}` : `-${fragment}`,
    ).values(),
  ].flatMap(entryOf)
}

function usedOf({ slots, disputed, fit }: Row): readonly Slot[] {
  const isRead = fit?.values.every((value) => value !== undefined)
  if (!isRead || fit?.isWhole) return [...slots, ...disputed.flat()]
  const values = new Set(fit?.values.map((value) => value?.at))
  const own = slots.filter(({ at }) => values.has(at))
  // What a merged cell covers may print its value again.
  const again = slots.filter(({ row, text }) =>
    own.some((one) => one.row === row && one.text.trim() === text.trim()),
  )
  return [...own, ...again]
}

function isForeign({ text, kind }: Slot): boolean {
  if (kind === 'empty' || !/[\p{L}\p{N}]/u.test(text)) return false
  return /\d/.test(text.normalize('NFKC')) || !isLabelWords(hanOnly(text))
}

function entryOf(slots: readonly Slot[]): Residue[] {
  const [first] = slots
  if (!first) return []
  const text = slots.map((slot) => slot.text.replace(/\s+/g, ' ').trim()).join(' ')
  const isPage = slots.length === 1 && (isPageNumber(text) || isBareNumber(text))
  const kind = isPage ? 'page-number' : 'other'
  return [{ kind, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text, at: first.at }]
}
