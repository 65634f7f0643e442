import {
  cellKey,
  type FormId,
  type SavedReport,
  tableViews,
  type ViewCell,
  viewRows,
} from '@gongkai/report'

/** A report as plain text, a paragraph a line, a row of a table a line with its cells between tabs. */
export function toText(report: SavedReport, form: FormId): string {
  const printed = new Map(report.cells.map((cell) => [cellKey(cell), cell.raw ?? '']))
  const textOf = (cell: ViewCell) =>
    cell.kind === 'value' ? (printed.get(cellKey(cell.cell)) ?? '') : cell.text
  const tables = tableViews(form)
  const sections = report.sections.map(({ no, heading, text }) => {
    const table = tables.find(({ section }) => section === no)
    const rows = table ? viewRows(table).map((row) => row.map(textOf).join('\t')) : []
    return [heading, ...(text ? [text] : []), ...rows].join('\n')
  })
  return [report.title, report.intro, ...sections, report.signature, ''].join('\n')
}
