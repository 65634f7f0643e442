import {
  type Cell,
  cellKey,
  type FormId,
  type TableView,
  tableViews,
  type ViewCell,
  type ViewRow,
} from '@gongkai/report'
import { html } from 'hono/html'
import { type Markup, wide } from './markup.js'

const UNREAD = '〔未读出〕'

/** The tables of the form with the cells of a report, by the section that each stands in. */
export function reportTables(form: FormId, cells: readonly Cell[]): ReadonlyMap<string, Markup> {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]))
  return new Map(tableViews(form).map((view) => [view.section, table(view, byKey)]))
}

type Cells = ReadonlyMap<string, Cell>

function table({ name, blocks }: TableView, cells: Cells): Markup {
  const rows = (all: readonly ViewRow[]) =>
    all.map(
      (row) => html`<tr>${row.map((cell) => tableCell(cell, cells))}</tr>
`,
    )
  const [only, ...more] = blocks
  const content =
    only && more.length === 0
      ? html`<thead>${rows(only.head)}</thead><tbody>${rows(only.body)}</tbody>`
      : blocks.map(({ head, body }) => html`<tbody>${rows([...head, ...body])}</tbody>`)
  return wide(
    `${name}表`,
    html`<table class="form"><caption class="hidden">${name}</caption>${content}</table>`,
  )
}

function tableCell(cell: ViewCell, cells: Cells): Markup {
  const { rowSpan, colSpan } = cell
  const spans = html`${rowSpan > 1 ? html` rowspan="${rowSpan}"` : null}${colSpan > 1 ? html` colspan="${colSpan}"` : null}`
  if (cell.kind !== 'value') {
    return html`<th id="${cell.id}" scope="${scopeOf(cell)}"${spans}>${cell.text}</th>`
  }
  const read = cells.get(cellKey(cell.cell))
  const state = read === undefined || read.state === 'unread' ? html` class="unread"` : null
  const doubt = read?.inferred ? html` class="inferred" title="位置由勾稽关系推定"` : state
  return html`<td headers="${cell.headers.join(' ')}"${spans}${doubt}>${read ? cellText(read) : UNREAD}</td>`
}

/** What is printed in the cell: nothing where it is blank, and never a zero for what was not read. */
function cellText({ state, raw, value, unit }: Cell): string {
  if (state === 'unread') return UNREAD
  if (state === 'blank') return ''
  return raw ?? `${value ?? ''}${unit === null || unit === '万元' ? '' : unit}`
}

function scopeOf({ kind, rowSpan, colSpan }: ViewCell): string {
  if (kind === 'label') return rowSpan > 1 ? 'rowgroup' : 'row'
  return colSpan > 1 ? 'colgroup' : 'col'
}
