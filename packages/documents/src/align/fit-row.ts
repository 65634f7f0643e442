import { placeByPosition } from './by-position.js'
import type { Header } from './header.js'
import { isBareNumber } from './page-number.js'
import type { RowLaw } from './row-law.js'
import type { Slot } from './slots.js'
import { countOf, hidesValue, isOneValue, isPrinted, type Token, tokensOf } from './values.js'

/** One value of a row, or null where the print shows that the column holds nothing. */
export type Fitted = Token | null

/** The values of a row, undefined where a column stays open; `inferred` where not the print alone decided. */
export type RowFit = {
  readonly values: readonly (Fitted | undefined)[]
  readonly inferred: boolean
  /** All that is printed in the row went into it, though only one place is known for its values. */
  readonly isWhole?: boolean
}

/** What the rest of the table says about a row. */
export type Setting = {
  readonly columns: number
  /** Where the columns stand; null where the medium or the print does not tell. */
  readonly header: Header | null
  /** By how much the row's label runs over its column in a text drawn with blanks; 0 where it does not. */
  readonly overflow: number
  /** The lines of the table follow one another, so that an empty line is a blank cell. */
  readonly dense: boolean
  /** No empty line parts the rows of the table's header. */
  readonly isGapless: boolean
  /** The header shows that a blank cell is an empty line. */
  readonly showsBlanks: boolean
  /** The row's own arithmetic: what is only likely to be a blank cell is taken for one where it holds. */
  readonly law: RowLaw
  /** It is the table's last row. */
  readonly isLast: boolean
}

/**
 * The values of a row for certain, by the print alone; null where the print leaves it open, and undefined in each
 * column where nothing else can decide it.
 */
export function fitRow(
  slots: readonly Slot[],
  setting: Setting,
): readonly (Fitted | undefined)[] | null {
  if (slots.some(hidesValue)) return null
  const { columns, header, overflow } = setting
  const whole = withoutPageNumbers(slots.filter(({ kind }) => kind !== 'empty'))
  const cells = spread(whole, columns)
  if (cells.some(isOfSeveral)) {
    const isPlaced = cells.length === columns && cells.every(isOneValue)
    return Array.from({ length: columns }, (_, i) => {
      const cell = isPlaced ? cells[i] : undefined
      return cell && isOfSeveral(cell) ? undefined : cell
    })
  }
  const printed = cells.filter(isPrinted)
  const home = cells.filter(({ row, kind }) => row === cells[0]?.row && kind === 'cell')
  if (header && printed.length > 0 && repeatsMerged(cells, header)) {
    return placeByPosition(cells, header, overflow) ?? Array<undefined>(columns).fill(undefined)
  }
  const isCut = cutWindowsOf(cells, columns).length > 0
  const byCells =
    oneEach(printed, columns) ??
    (isCut ? null : oneEach(cells, columns)) ??
    (header && placeByPosition(cells, header, overflow)) ??
    ((!isCut && home.some(isPrinted)) || printed.length === 0 ? oneEach(home, columns) : null) ??
    repeated(printed, columns) ??
    withBlanks(slots, setting)
  if (byCells) return byCells
  if (printed.length === 0) return cells.length >= columns ? cells.slice(0, columns) : null
  const windows = windowsOf(cells, columns)
  if (windows.length === 1 && !isCut) return windows[0] ?? null
  const tokens = printed.flatMap(tokensOf)
  return tokens.length === columns ? tokens : null
}

/** What says that nothing is to report, and may say so for several columns at once. */
const NOTHING = /^[\s/\\—–－-]*无?\s*$/

/** What is printed in one cell that covers several columns or rows stands in each of them. */
function spread(cells: readonly Slot[], columns: number): readonly Slot[] {
  const spans = cells.map(({ measure, extent }) =>
    measure === 'grid' && extent ? extent[1] - extent[0] : 1,
  )
  const covered = spans.reduce((sum, span) => sum + span, 0)
  if (cells.length >= columns || covered !== columns) return cells
  return cells.flatMap((cell, i) => {
    const span = spans[i] ?? 1
    return Array<Slot>(span).fill(span > 1 ? { ...cell, isShared: true } : cell)
  })
}

/** A mark stands for all that its cell covers; of a number nobody can tell to which it belongs. */
function isOfSeveral({ isShared, text }: Slot): boolean {
  return isShared === true && !NOTHING.test(text)
}

/** Among cells of a row a bare number on a line of its own is a page's. */
function withoutPageNumbers(cells: readonly Slot[]): readonly Slot[] {
  if (!cells[0]?.measure) return cells
  return cells.filter(({ measure, whole, text }) => measure || !whole || !isBareNumber(text))
}

/** Whether a header of a row as long is printed again in further columns, as its values then are: their number says nothing. */
function repeatsMerged(
  cells: readonly Slot[],
  { extents, measure, cells: width }: Header,
): boolean {
  const isAgain = extents.some((extent) => extent && extent[1] - extent[0] > 1)
  return measure === 'tab' && isAgain && cells.at(-1)?.extent?.[1] === width
}

/** Just as many cells as columns, one value in each. */
function oneEach(cells: readonly Slot[], columns: number): readonly Slot[] | null {
  return cells.length === columns && cells.every(isOneValue) ? cells : null
}

/** The one value of a row, printed again in each column that its merged cell covers. */
function repeated(printed: readonly Slot[], columns: number): readonly Slot[] | null {
  const texts = new Set(printed.map(({ text }) => text.trim()))
  return columns === 1 && texts.size === 1 ? oneEach(printed.slice(0, 1), 1) : null
}

/** Lines of single cells where a blank cell is a line of blanks, or in a dense table an empty line. */
function withBlanks(slots: readonly Slot[], setting: Setting): readonly Slot[] | null {
  const { columns, dense, isGapless, showsBlanks, law, isLast } = setting
  if (slots.some(({ measure, whole }) => measure || !whole)) return null
  const blanked = slots.filter(({ kind, text }) => kind !== 'empty' || text !== '')
  for (const cells of dense ? [blanked, slots] : [blanked]) {
    if (cells.length < columns || !cells.every(isOneValue)) continue
    // Behind the table's last row an empty line parts it from what follows, unless blanks before show their lines.
    const isInner = cells.findIndex(({ text }) => text === '') < cells.findLastIndex(isPrinted)
    const isKept = isGapless && (showsBlanks || isInner)
    if (isLast && cells[columns - 1]?.text === '' && !isKept) continue
    if (cells.slice(columns).some(isPrinted)) continue
    const row = cells.slice(0, columns)
    return law(row.map(({ text }) => countOf(text) || 0)) ? row : null
  }
  return null
}

/** Every way to take `columns` neighbouring cells so that only blank ones are left out at the edges. */
export function windowsOf(cells: readonly Slot[], columns: number): Slot[][] {
  if (cells.length < columns || !cells.every(isOneValue)) return []
  const first = cells.findIndex(isPrinted)
  const last = cells.findLastIndex(isPrinted)
  const windows: Slot[][] = []
  for (let from = 0; from + columns <= cells.length; from++) {
    if (from <= first && last < from + columns) windows.push(cells.slice(from, from + columns))
  }
  return windows
}

/**
 * The ways to take cells between tabs as a row whose last blanks were cut off with their tabs, where a line begins with
 * blanks and ends in a value: the blanks may stand before the columns as well as in them.
 */
export function cutWindowsOf(cells: readonly Slot[], columns: number): (Slot | null)[][] {
  const isTabbed = cells.every((cell) => cell.isTrimmable && isOneValue(cell))
  if (!isTabbed || !cells.slice(-1).some(isPrinted) || cells.length < columns) return []
  const first = cells.findIndex(isPrinted)
  const windows: (Slot | null)[][] = []
  for (let from = cells.length - columns + 1; from <= first; from++) {
    windows.push(Array.from({ length: columns }, (_, at) => cells[from + at] ?? null))
  }
  return windows
}
