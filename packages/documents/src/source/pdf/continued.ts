import { cellText, fillsCell, isNumeric } from './cell-text.js'
import { clusters, nearestIndex } from './geometry.js'
import { joinLabels } from './label-breaks.js'
import type { PageItem, PageTable, TableCell } from './page-items.js'

/** Column edges of one table on two pages differ by no more, in points. */
const SAME_EDGE = 4

/** The items of all pages in order, a table that goes on at the top of the next page made one table. */
export function joinPages(pages: readonly (readonly PageItem[])[]): PageItem[] {
  const items: PageItem[] = []
  for (const page of pages) {
    const [first, ...rest] = page
    const last = items.at(-1)
    const labels = first && joinLabels(last, first)
    if (first && isContinued(last, first)) items.splice(-1, 1, joined(last, first), ...rest)
    else if (labels) items.splice(-1, 1, ...labels.filter((line) => line !== null), ...rest)
    else items.push(...page)
  }
  return items
}

function isContinued(last: PageItem | undefined, first: PageItem): last is PageTable {
  if (last?.kind !== 'table' || first.kind !== 'table') return false
  const isNear = (a = 0, b = 0) => Math.abs(a - b) <= SAME_EDGE
  return isNear(last.box[0], first.box[0]) && isNear(last.box[2], first.box[2])
}

/** The second part's rows under those of the first, on the column edges of both. */
function joined(upper: PageTable, lower: PageItem): PageTable {
  if (lower.kind !== 'table') return upper
  const xs = clusters([...upper.xs, ...lower.xs], SAME_EDGE)
  const above = onEdges(upper, xs)
  const below = onEdges(lower, xs)
  const isCut = isRowCut(above, upper.height, below)
  const shift = upper.height - (isCut ? 1 : 0)
  const cells = [...above]
  for (const cell of below) {
    const at = cells.findIndex((one) => isAbove(one, upper.height, cell))
    const over = cells[at]
    if (over && (isCut || isGroupCut(over, cell))) {
      const rowSpan = shift + cell.rowSpan - over.row
      cells[at] = { ...over, rowSpan, lines: [...over.lines, ...cell.lines] }
    } else cells.push({ ...cell, row: cell.row + shift })
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...upper, xs, height: shift + lower.height, cells, page: lower.page }
}

function onEdges(table: PageTable, xs: readonly number[]): TableCell[] {
  const edge = (at: number) => nearestIndex(xs, table.xs[at] ?? 0)
  return table.cells.map((cell) => {
    const column = edge(cell.column)
    return { ...cell, column, colSpan: edge(cell.column + cell.colSpan) - column }
  })
}

/** Whether `over` closes the upper part just where `cell` opens the lower one. */
function isAbove(over: TableCell, height: number, cell: TableCell): boolean {
  return (
    cell.row === 0 &&
    over.row + over.rowSpan === height &&
    over.column === cell.column &&
    over.colSpan === cell.colSpan
  )
}

/**
 * Whether the page break cut through a row: what stands in the first row below is the rest of what the
 * cells above had no room for, or the values of a row whose label stands above.
 */
function isRowCut(
  above: readonly TableCell[],
  height: number,
  below: readonly TableCell[],
): boolean {
  const first = below.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1)
  const pairs = first.map((cell) => ({
    cell,
    over: above.find((one) => isAbove(one, height, cell)),
  }))
  const hasValues = pairs.some(({ over }) => over && isNumeric(textOf(over)))
  const printed = pairs.filter(({ cell }) => cell.lines.length > 0)
  return (
    pairs.every(({ over }) => over) &&
    printed.every(({ cell, over }) => {
      if (!over) return false
      if (over.lines.length === 0) return !hasValues && isNumeric(textOf(cell))
      return isRest(over, cell)
    })
  )
}

/** A merged cell before several rows goes on where it is blank below or its text does. */
function isGroupCut(over: TableCell, cell: TableCell): boolean {
  if (over.rowSpan === 1 && cell.rowSpan === 1) return false
  return cell.lines.length === 0 || isRest(over, cell)
}

/** `1.`, `（三）`, `四、`: a label of its own and never the rest of one. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/

function isRest(over: TableCell, cell: TableCell): boolean {
  const last = over.lines.at(-1)
  const text = textOf(cell)
  if (!last || NUMBERED.test(text) || isNumeric(last.text) !== isNumeric(text)) return false
  return fillsCell(last, over.box)
}

function textOf({ lines, box }: TableCell): string {
  return cellText(lines, box)
}
