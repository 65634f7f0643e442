import { type CellObject, type Range, utils, type WorkSheet } from '@e965/xlsx'

/** One cell of a sheet as it is shown, blank ones included; rows and columns from 0 without the hidden ones. */
export type SheetCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** As Excel names it: `B12`. */
  readonly address: string
  /** Whether the file holds the cell at all, if only its border. */
  readonly exists: boolean
  /** A formula whose result the file does not hold. */
  readonly isUncalculated: boolean
}

/** Every shown cell within a frame, in reading order, each merged cell once at its first shown place. */
export function shownCells(sheet: WorkSheet, frame: Range): SheetCell[] {
  const rows = shownBetween(frame.s.r, frame.e.r, sheet['!rows'])
  const columns = shownBetween(frame.s.c, frame.e.c, sheet['!cols'])
  const merges = mergesByRow(sheet['!merges'] ?? [], frame)
  const cells: SheetCell[] = []
  for (const [row, sheetRow] of rows.entries()) {
    const inRow = merges.get(sheetRow) ?? []
    for (const [column, sheetColumn] of columns.entries()) {
      const merge = inRow.find(({ s, e }) => s.c <= sheetColumn && sheetColumn <= e.c)
      const { s, e } = merge ?? {
        s: { r: sheetRow, c: sheetColumn },
        e: { r: sheetRow, c: sheetColumn },
      }
      const isFirst = (rows[row - 1] ?? -1) < s.r && (columns[column - 1] ?? -1) < s.c
      if (!isFirst) continue
      const address = utils.encode_cell(s)
      const rowSpan = shownUpTo(rows, row, e.r)
      const colSpan = shownUpTo(columns, column, e.c)
      cells.push({ ...readCell(sheet[address]), row, column, rowSpan, colSpan, address })
    }
  }
  return cells
}

/** The part of a sheet that holds words, merged cells in full; null where there is none. */
export function frameOf(sheet: WorkSheet): Range | null {
  let frame: Range | null = null
  const ends = new Map((sheet['!merges'] ?? []).map(({ s, e }) => [utils.encode_cell(s), e]))
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || readCell(cell).text === '') continue
    const s = utils.decode_cell(address)
    const e = ends.get(address) ?? s
    frame ??= { s: { ...s }, e: { ...e } }
    frame.s.r = Math.min(frame.s.r, s.r)
    frame.s.c = Math.min(frame.s.c, s.c)
    frame.e.r = Math.max(frame.e.r, e.r)
    frame.e.c = Math.max(frame.e.c, e.c)
  }
  return frame
}

/** What the cell shows; a formula without a result shows itself, so that nothing takes it for a blank. */
export function readCell(cell: CellObject | undefined) {
  // Without a format Excel cuts a long number to the width of its cell: the number itself is what was entered.
  const isPlain = cell?.t === 'n' && (cell.z === undefined || cell.z === 'General')
  const shown = (isPlain ? undefined : cell?.w) ?? (cell?.v === undefined ? '' : String(cell.v))
  const isUncalculated = cell?.f !== undefined && cell.v === undefined
  const text = isUncalculated ? `=${cell.f}` : shown.replace(/\r\n?/g, '\n').trim()
  return { text, exists: cell !== undefined, isUncalculated }
}

/** How many shown rows (or columns) there are from position `first` to the sheet's own index `last`. */
function shownUpTo(shown: readonly number[], first: number, last: number): number {
  let end = first
  while ((shown[end] ?? Number.POSITIVE_INFINITY) <= last) end++
  return end - first
}

function shownBetween(
  first: number,
  last: number,
  settings: readonly ({ hidden?: boolean } | undefined)[] | undefined,
): number[] {
  const shown: number[] = []
  for (let index = first; index <= last; index++) if (!settings?.[index]?.hidden) shown.push(index)
  return shown
}

function mergesByRow(merges: readonly Range[], frame: Range): Map<number, Range[]> {
  const byRow = new Map<number, Range[]>()
  for (const merge of merges) {
    for (let row = Math.max(merge.s.r, frame.s.r); row <= Math.min(merge.e.r, frame.e.r); row++) {
      const inRow = byRow.get(row)
      if (inRow) inRow.push(merge)
      else byRow.set(row, [merge])
    }
  }
  return byRow
}
