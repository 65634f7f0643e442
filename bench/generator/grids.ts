import {
  PROACTIVE,
  REMEDY_COLUMNS,
  REMEDY_ROWS,
  REQUEST_COLUMNS,
  REQUEST_NOTE,
  type RequestRow,
  requestRows,
} from './forms.js'
import type { TableId, Truth, TruthCell } from './model.js'

/** What a cell of a printed table is. */
type CellRole = 'caption' | 'head' | 'label' | 'data'

/** A printed cell with the rows and columns it covers. */
export interface GridCell {
  text: string
  role: CellRole
  colspan: number
  rowspan: number
  /** The cell of the form that a data cell prints. */
  of?: { row: string; column: string }
}

/** A printed table: rows of cells, each cell only where it begins. */
export interface Grid {
  table: TableId
  width: number
  headRows: number
  rows: GridCell[][]
}

const cell = (text: string, role: CellRole, colspan = 1, rowspan = 1): GridCell => ({
  text,
  role,
  colspan,
  rowspan,
})

const heads = (texts: readonly string[], rowspan = 1): GridCell[] =>
  texts.map((text) => cell(text, 'head', 1, rowspan))

function dataCells(truth: Truth, table: TableId, row: string): GridCell[] {
  return truth.cells
    .filter((item: TruthCell) => item.table === table && item.row === row)
    .map(({ raw, column }) => ({ ...cell(raw, 'data'), of: { row, column } }))
}

function widen(cells: GridCell[], width: number): GridCell[] {
  const missing = width - cells.reduce((sum, { colspan }) => sum + colspan, 0)
  const last = cells.at(-1)
  if (last !== undefined) last.colspan += missing
  return cells
}

function proactiveGrid(truth: Truth): Grid {
  const width = 4
  const { drop, swap } = truth.layout
  const swapped = swap.find(({ table }) => table === 'proactive')
  const rename = (row: string): string => {
    if (row === swapped?.first) return swapped.second
    return row === swapped?.second ? swapped.first : row
  }
  const rows = PROACTIVE[truth.form].flatMap(({ caption, columns, rows: names }) => [
    [cell(caption, 'caption', width)],
    widen(heads(['信息内容', ...columns]), width),
    ...names
      .map(rename)
      .filter((row) => !drop.some((gone) => gone.table === 'proactive' && gone.row === row))
      .map((row) => widen([cell(row, 'label'), ...dataCells(truth, 'proactive', row)], width)),
  ])
  return { table: 'proactive', width, headRows: 0, rows }
}

function requestLabels(row: RequestRow, above: RequestRow | undefined, all: RequestRow[]) {
  const prefix = (path: string[], depth: number): string => path.slice(0, depth + 1).join('/')
  return row.path.flatMap((label, depth) => {
    const key = prefix(row.path, depth)
    if (above !== undefined && prefix(above.path, depth) === key) return []
    const rowspan = all.filter(({ path }) => prefix(path, depth) === key).length
    const colspan = depth === row.path.length - 1 ? 3 - depth : 1
    return [cell(label, 'label', colspan, rowspan)]
  })
}

function requestsGrid(truth: Truth): Grid {
  const { drop } = truth.layout
  const rows = requestRows(truth.form).filter(
    ({ no }) => !drop.some((gone) => gone.table === 'requests' && gone.row === no),
  )
  const head = [
    [cell(REQUEST_NOTE, 'head', 3, 3), cell('申请人情况', 'head', 7)],
    [cell('自然人', 'head', 1, 2), cell('法人或其他组织', 'head', 5), cell('总计', 'head', 1, 2)],
    heads(REQUEST_COLUMNS.slice(1, -1)),
  ]
  const body = rows.map((row, at) => [
    ...requestLabels(row, rows[at - 1], rows),
    ...dataCells(truth, 'requests', row.no),
  ])
  return { table: 'requests', width: 10, headRows: 3, rows: [...head, ...body] }
}

function remediesGrid(truth: Truth): Grid {
  const head = [
    [cell('行政复议', 'head', 5), cell('行政诉讼', 'head', 10)],
    [
      ...heads(REMEDY_COLUMNS, 2),
      cell('未经复议直接起诉', 'head', 5),
      cell('复议后起诉', 'head', 5),
    ],
    heads([...REMEDY_COLUMNS, ...REMEDY_COLUMNS]),
  ]
  const data = REMEDY_ROWS.flatMap((row) => dataCells(truth, 'remedies', row))
  return { table: 'remedies', width: 15, headRows: 3, rows: [...head, data] }
}

/** The printed table of a report, with the report's departures from the form. */
export function gridOf(truth: Truth, table: TableId): Grid {
  const build = { proactive: proactiveGrid, requests: requestsGrid, remedies: remediesGrid }
  const grid = build[table](truth)
  for (const { from, to } of truth.layout.relabel.filter((item) => item.table === table)) {
    const found = grid.rows.flat().find(({ text, role }) => text === from && role !== 'data')
    if (found !== undefined) found.text = to
  }
  return grid
}
