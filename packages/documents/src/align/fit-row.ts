import type { RowLaw } from './candidates.js'
import type { Slot } from './slots.js'

/** One value of a row, or null where the print shows that the column holds nothing. */
export type Fitted = Pick<Slot, 'text' | 'at'> | null

/** The header of a table as far as it was found: for each column where it stands, in which measure. */
export type Header = {
  readonly extents: readonly (readonly [number, number] | null)[]
  readonly measure: 'grid' | 'page' | 'tab' | null
  /** Cells in the header's row: tab indexes compare only between rows of equal length. */
  readonly cells: number
}

/** What the rest of the table says about a row. */
export type Setting = {
  /** The lines of the table follow one another, so that an empty line is a blank cell. */
  readonly dense: boolean
  /** By how much the row's label runs over its column in a text drawn with blanks; 0 where it does not. */
  readonly overflow: number
  /** The row's own arithmetic: what is only likely to be a blank cell is taken for one where it holds. */
  readonly law: RowLaw
  /** It is the table's last row. */
  readonly isLast: boolean
}

/** The values of a row for certain, by the print alone; null where the print leaves it open. */
export function fitRow(
  slots: readonly Slot[],
  columns: number,
  header: Header | null,
  { dense, overflow, law, isLast }: Setting,
): readonly Fitted[] | null {
  const cells = withoutStrays(slots.filter(({ kind }) => kind !== 'empty'))
  const printed = cells.filter(isPrinted)
  if (printed.length === columns && printed.every(isOneValue)) return printed
  if (cells.length === columns && cells.every(isOneValue)) return cells
  const placed = header && byExtent(cells, columns, header, overflow)
  if (placed) return placed
  const home = cells.filter(({ row, kind }) => row === cells[0]?.row && kind === 'cell')
  if (home.length === columns && home.every(isOneValue)) return home
  if (
    columns === 1 &&
    printed.length > 0 &&
    new Set(printed.map(({ text }) => text.trim())).size === 1
  ) {
    return printed.slice(0, 1)
  }
  const blanks = withBlanks(slots, columns, dense, isLast)
  if (blanks && law(blanks.map(({ text }) => Number(text.normalize('NFKC')) || 0))) return blanks
  if (printed.length === 0) return cells.length >= columns ? cells.slice(0, columns) : null
  const windows = windowsOf(cells, columns)
  if (windows.length === 1) return windows[0] ?? null
  const tokens = printed.flatMap(tokensOf)
  return tokens.length === columns ? tokens : null
}

/** Among cells of a row a bare number on a line of its own is a page's. */
function withoutStrays(cells: readonly Slot[]): readonly Slot[] {
  if (!cells[0]?.measure) return cells
  return cells.filter(
    ({ measure, whole, text }) => measure || !whole || !/^\s*\d{1,3}\s*$/.test(text),
  )
}

/** Lines of single cells where a blank cell is a line of blanks, or in a dense table an empty line. */
function withBlanks(
  slots: readonly Slot[],
  columns: number,
  dense: boolean,
  isLast: boolean,
): Slot[] | null {
  if (slots.some(({ measure, whole }) => measure || !whole)) return null
  const blanked = slots.filter(({ kind, text }) => kind !== 'empty' || text !== '')
  const all = dense ? slots : blanked
  for (const cells of [blanked, all]) {
    if (cells.length < columns || !cells.every(isOneValue)) continue
    // Behind the table's last row an empty line parts it from what follows.
    if (isLast && cells[columns - 1]?.text === '') continue
    if (!cells.slice(columns).some(isPrinted)) return cells.slice(0, columns)
  }
  return null
}

/** Every way to take `columns` neighbouring cells so that only blank ones are left out at the edges. */
export function windowsOf(cells: readonly Slot[], columns: number): Slot[][] {
  if (cells.length <= columns || !cells.every(isOneValue)) return []
  const first = cells.findIndex(isPrinted)
  const last = cells.findLastIndex(isPrinted)
  const windows: Slot[][] = []
  for (let from = 0; from + columns <= cells.length; from++) {
    if (from <= first && last < from + columns) windows.push(cells.slice(from, from + columns))
  }
  return windows
}

/** A slot cut at the blanks inside it, each piece with the slot's place. */
export function tokensOf(slot: Slot): { readonly text: string; readonly at: Slot['at'] }[] {
  const words = slot.text.trim().split(/[\s\u3000]+/)
  const isUnitApart = words.length === 2 && /^[元万亿件项条个份次]+$/.test(words[1] ?? '')
  const texts = isUnitApart ? [slot.text] : words.filter((word) => word !== '')
  return texts.map((text) => ({ text, at: slot.at }))
}

/** The printed texts of the slots for arithmetic to cut: half-width, a sign opening a number of its own. */
export function digitTokens(slots: readonly Slot[]): string[] {
  return slots
    .filter(isPrinted)
    .flatMap(tokensOf)
    .flatMap(({ text }) =>
      text
        .normalize('NFKC')
        .replace(/[−–]/g, '-')
        .split(/(?<=\d)(?=[+-])/),
    )
}

export function isPrinted({ text }: Slot): boolean {
  return text.trim() !== ''
}

function isOneValue(slot: Slot): boolean {
  return !isPrinted(slot) || tokensOf(slot).length === 1
}

/** Cells put under the header cell that they stand under; null where two printed ones meet or one meets none. */
export function byExtent(
  cells: readonly Slot[],
  columns: number,
  header: Header,
  overflow: number,
): readonly Fitted[] | null {
  const { extents, measure } = header
  if (!measure || !isInOrder(extents)) return null
  if (cells.some((cell) => cell.measure !== measure || !cell.extent)) return null
  const printed = cells.filter(isPrinted)
  if (printed.length === 0 || !printed.every(isOneValue) || !fitsTabs(cells, header)) return null
  if (measure === 'page' && printed[0]?.at.kind === 'line')
    return drawn(printed, columns, extents, overflow)
  return placed(once(printed, extents), columns, ({ extent }) => nearest(extent, extents))
}

/** A merged cell may be printed again in each column that it covers: one of them is enough. */
function once(printed: readonly Slot[], extents: Header['extents']): Slot[] {
  return printed.filter(({ extent, text }, i) => {
    const before = printed[i - 1]
    const isAgain = before?.text.trim() === text.trim()
    return !isAgain || nearest(before?.extent ?? null, extents) !== nearest(extent, extents)
  })
}

/** The two quotation marks of one label may have been counted as one column each or as two. */
const QUOTES = 2

type Extent = readonly [left: number, right: number]

/** Whether a cell shares an edge with its header: the left one, the right one, or the middle; blanks may stand inside the cell. */
const FLUSH: readonly ((cell: Extent, header: Extent) => boolean)[] = [
  (cell, header) => cell[0] >= header[0] && cell[0] <= header[0] + 2,
  (cell, header) => cell[1] <= header[1] && cell[1] >= header[1] - 2,
  (cell, header) => Math.abs(cell[0] + cell[1] - header[0] - header[1]) <= 2,
]

/** In a text drawn with blanks a label too long for its column pushes the whole row to the right. */
function drawn(
  printed: readonly Slot[],
  columns: number,
  extents: Header['extents'],
  overflow: number,
): Fitted[] | null {
  const moved = overflow > 0 ? overflow + gapOf(extents) : 0
  for (const isFlush of FLUSH) {
    for (const shift of [moved, moved + QUOTES, moved - QUOTES]) {
      const row = placed(printed, columns, ({ extent }) => {
        if (!extent) return -1
        const back: Extent = [extent[0] - shift, extent[1] - shift]
        return extents.findIndex((header) => header && isFlush(back, header))
      })
      if (row) return row
    }
  }
  return null
}

/** Blanks between two columns: the least that parts two headers. */
function gapOf(extents: Header['extents']): number {
  const gaps = extents.flatMap((extent, i) => {
    const next = extents[i + 1]
    return extent && next ? [next[0] - extent[1]] : []
  })
  return Math.min(...gaps.filter((gap) => gap > 0), 4)
}

/** Columns stand side by side: headers that overlap are no measure for them. */
function isInOrder(extents: Header['extents']): boolean {
  return extents.every((extent, i) => {
    const next = extents[i + 1]
    return extent && (i === extents.length - 1 || (next && extent[1] <= next[0]))
  })
}

function placed(
  printed: readonly Slot[],
  columns: number,
  columnOf: (cell: Slot) => number,
): Fitted[] | null {
  const row: Fitted[] = Array<Fitted>(columns).fill(null)
  for (const cell of printed) {
    const at = columnOf(cell)
    if (at < 0 || row[at]) return null
    row[at] = cell
  }
  return row
}

/** Tab indexes compare between rows of equal length, and in a table that has no label column. */
function fitsTabs(cells: readonly Slot[], header: Header): boolean {
  const last = cells.at(-1)?.extent?.[1] ?? 0
  const isBare = header.extents[0]?.[0] === 0 && cells[0]?.extent?.[0] === 0
  return header.measure !== 'tab' || last === header.cells || isBare
}

/** The column whose header overlaps the extent most; on a page the nearest one may do, if it is near. */
function nearest(extent: Slot['extent'], extents: Header['extents']): number {
  if (!extent) return -1
  const [left, right] = extent
  const overlaps = extents.map((extent) =>
    extent ? Math.min(right, extent[1]) - Math.max(left, extent[0]) : Number.NEGATIVE_INFINITY,
  )
  const most = Math.max(...overlaps)
  if (most > 0) return overlaps.indexOf(most)
  const middle = (left + right) / 2
  const gaps = extents.map((extent) =>
    Math.abs(middle - ((extent?.[0] ?? 0) + (extent?.[1] ?? 0)) / 2),
  )
  const least = Math.min(...gaps)
  const others = gaps.filter((gap) => gap !== least)
  return least * 3 < Math.min(...others) ? gaps.indexOf(least) : -1
}
