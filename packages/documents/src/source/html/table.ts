import { LIMITS } from '../guards/limits.js'
import type { Block } from '../source.js'
import type { PlacedCell } from '../table/assemble.js'
import { attribute, type HtmlElement, isElement } from './parse.js'
import { isShown } from './shown.js'

type Row = readonly HtmlElement[]

const GROUP_ORDER = ['thead', 'tbody', 'tfoot']
// What Word and Excel write to fix the column widths: a row of no height with nothing in it.
const ZERO_HEIGHT = /(?:^|;)\s*height\s*:\s*0/i

/** The shown rows of a table by row group, in the order a browser shows them, and its captions. */
export function shownRows(table: HtmlElement): {
  captions: readonly HtmlElement[]
  groups: readonly (readonly Row[])[]
} {
  const parts = table.childNodes.filter((node) => isElement(node) && isShown(node)) as HtmlElement[]
  const ordered = parts
    .filter(({ tagName }) => GROUP_ORDER.includes(tagName))
    .sort((a, b) => GROUP_ORDER.indexOf(a.tagName) - GROUP_ORDER.indexOf(b.tagName))
  return {
    captions: parts.filter(({ tagName }) => tagName === 'caption'),
    groups: ordered.map(rowsOf),
  }
}

/** Every cell on its grid place: spans clamped to their row group and to the widest table that is read. */
export function placeCells(
  groups: readonly (readonly Row[])[],
  blocksOf: (cell: HtmlElement) => readonly Block[],
): { height: number; width: number; cells: PlacedCell[] } {
  const cells: PlacedCell[] = []
  let width = 0
  let height = 0
  for (const rows of groups) {
    const end = height + rows.length
    /** For each column, the first row that is free again. */
    const freeFrom: number[] = []
    for (const row of rows) {
      for (const cell of placeRow(row, { row: height, end, freeFrom })) {
        cells.push({ ...cell.place, blocks: blocksOf(cell.element) })
        width = Math.max(width, cell.place.column + cell.place.colSpan)
      }
      height++
    }
  }
  return { height, width, cells }
}

type RowPlace = { readonly row: number; readonly end: number; readonly freeFrom: number[] }

function placeRow(elements: Row, { row, end, freeFrom }: RowPlace) {
  let column = 0
  return elements.map((element) => {
    while ((freeFrom[column] ?? 0) > row) column++
    const rowSpan = rowSpanOf(element, end - row)
    const colSpan = colSpanOf(element, column)
    const place = { row, column, rowSpan, colSpan }
    for (let covered = column; covered < column + colSpan; covered++) {
      freeFrom[covered] = row + rowSpan
    }
    column += colSpan
    return { element, place }
  })
}

/** `rowspan="0"` reaches to the end of the row group. */
function rowSpanOf(cell: HtmlElement, rowsLeft: number): number {
  const span = Number.parseInt(attribute(cell, 'rowspan') ?? '1', 10)
  if (span === 0) return rowsLeft
  return span > 0 ? Math.min(span, rowsLeft) : 1
}

function colSpanOf(cell: HtmlElement, column: number): number {
  const span = Number.parseInt(attribute(cell, 'colspan') ?? '1', 10)
  return span > 0 ? Math.max(1, Math.min(span, LIMITS.tableColumns - column)) : 1
}

function rowsOf(group: HtmlElement): Row[] {
  const rows: Row[] = []
  for (const row of group.childNodes) {
    if (!isElement(row) || row.tagName !== 'tr' || !isShown(row)) continue
    const cells = row.childNodes.filter(
      (cell) =>
        isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th') && isShown(cell),
    ) as HtmlElement[]
    if (!isWidthRow(row, cells)) rows.push(cells)
  }
  return rows
}

function isWidthRow(row: HtmlElement, cells: Row): boolean {
  const isFlat = attribute(row, 'height') === '0' || ZERO_HEIGHT.test(attribute(row, 'style') ?? '')
  return isFlat && cells.every(({ childNodes }) => childNodes.length === 0)
}
