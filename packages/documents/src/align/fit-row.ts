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

/**
 * The values of a row for certain, by the print alone; null where the print leaves it open. `dense`: the
 * lines of the table follow one another, so that an empty line is a blank cell.
 */
export function fitRow(
  slots: readonly Slot[],
  columns: number,
  header: Header | null,
  dense: boolean,
): readonly Fitted[] | null {
  const cells = slots.filter(({ kind }) => kind !== 'empty')
  const printed = cells.filter(isPrinted)
  if (printed.length === columns && printed.every(isOneValue)) return printed
  if (cells.length === columns && cells.every(isOneValue)) return cells
  const placed = header && byExtent(cells, columns, header)
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
  const blanks = withBlanks(slots, columns, dense)
  if (blanks) return blanks
  if (printed.length === 0) return cells.length >= columns ? cells.slice(0, columns) : null
  const windows = windowsOf(cells, columns)
  if (windows.length === 1) return windows[0] ?? null
  const tokens = printed.flatMap(tokensOf)
  return tokens.length === columns ? tokens : null
}

/** Lines of single cells where a blank cell is a line of blanks, or in a dense table an empty line. */
function withBlanks(slots: readonly Slot[], columns: number, dense: boolean): Slot[] | null {
  if (slots.some(({ measure, whole }) => measure || !whole)) return null
  const blanked = slots.filter(({ kind, text }) => kind !== 'empty' || text !== '')
  const all = dense ? slots : blanked
  for (const cells of [blanked, all]) {
    if (cells.length < columns || !cells.every(isOneValue)) continue
    // Empty lines behind the last cell only part the table from what follows.
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

/** Cells put under the header cell that they overlap; null where two printed ones meet or one meets none. */
function byExtent(cells: readonly Slot[], columns: number, header: Header): Fitted[] | null {
  if (!header.measure || header.extents.some((extent) => extent === null)) return null
  const row: Fitted[] = Array<Fitted>(columns).fill(null)
  for (const cell of cells) {
    if (cell.measure !== header.measure || !cell.extent) return null
    if (!isPrinted(cell)) continue
    const at = columnOf(cell, header.extents)
    // A merged cell may be printed again in each column that it covers.
    if (at < 0 || (row[at] && row[at].text.trim() !== cell.text.trim()) || !isOneValue(cell))
      return null
    row[at] ??= cell
  }
  return cells.some(isPrinted) && fitsTabs(cells, header) ? row : null
}

function fitsTabs(cells: readonly Slot[], header: Header): boolean {
  const last = cells.at(-1)?.extent?.[1] ?? 0
  return header.measure !== 'tab' || last === header.cells
}

/** The column of a cell by its position, -1 where it stands under none. */
function columnOf({ extent, at, measure }: Slot, extents: Header['extents']): number {
  if (!extent) return -1
  if (measure === 'page' && at.kind === 'line')
    return extents.findIndex((header) => header && isFlush(extent, header))
  return nearest(extent, extents)
}

/** In a text drawn with blanks a column's cells share their left edge, their right edge or their middle. */
function isFlush(cell: readonly [number, number], header: readonly [number, number]): boolean {
  const [left, right] = [cell[0] - header[0], cell[1] - header[1]]
  return [left, right, (left + right) / 2].some((apart) => Math.abs(apart) <= 1)
}

/** The column whose header overlaps the extent most; on a page the nearest one may do, if it is near. */
function nearest([left, right]: readonly [number, number], extents: Header['extents']): number {
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
