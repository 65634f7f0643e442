import { HTML_STYLE, htmlPage } from './html-page.js'
import { escapeMarkup } from './printable.js'
import type { PrintedBlock, PrintedCell, PrintedReport, PrintedTable } from './statutory.js'

/** The report as one page that needs nothing else: no script, no other file, ready for print. */
export function writeHtml(printed: PrintedReport): Uint8Array {
  const sections = printed.sections.map(({ no, heading, paragraphs, table }, at) => {
    const id = `section-${at + 1}`
    const body = [...paragraphs.map(paragraph), ...(table ? [htmlTable(table, id)] : [])]
    return `<section data-no="${no}" aria-labelledby="${id}">
<h2 id="${id}">${escapeMarkup(heading)}</h2>
${body.join('\n')}
</section>`
  })
  const signature = printed.signature.map(paragraph).join('\n')
  const body = `<main>
<h1>${escapeMarkup(printed.title)}</h1>
${[...printed.intro.map(paragraph), ...sections].join('\n')}
${signature && `<footer class="signature">\n${signature}\n</footer>`}
</main>`
  return htmlPage(printed.title, HTML_STYLE, body)
}

/** Named by the heading over it: a caption with the same words would be read twice. */
function htmlTable(table: PrintedTable, headingId: string): string {
  const sum = table.widths.reduce((total, width) => total + width, 0)
  const columns = table.widths.map((width) => `<col style="width:${share(width, sum)}">`).join('')
  const [only, ...more] = table.blocks
  const blocks =
    only && more.length === 0
      ? `<thead>\n${rows(only.head)}\n</thead>\n<tbody>\n${rows(only.body)}\n</tbody>`
      : table.blocks.map(htmlBlock).join('\n')
  return `<table aria-labelledby="${headingId}" class="${table.table}">
<colgroup>${columns}</colgroup>
${blocks}
</table>`
}

function htmlBlock({ head, body }: PrintedBlock): string {
  return `<tbody>\n${rows([...head, ...body])}\n</tbody>`
}

function rows(cells: readonly (readonly PrintedCell[])[]): string {
  return cells.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\n')
}

function htmlCell(cell: PrintedCell): string {
  const spans = `${span('rowspan', cell.rowSpan)}${span('colspan', cell.colSpan)}`
  const text = escapeMarkup(cell.text).replace(/\n/g, '<br>')
  if (cell.kind !== 'value') {
    return `<th id="${cell.id}" scope="${scopeOf(cell)}"${spans}>${text}</th>`
  }
  const doubt = cell.read?.inferred ? ' title="位置由勾稽关系推定" class="inferred"' : ''
  const mark = cell.state === 'unread' ? ' class="unread"' : doubt
  return `<td headers="${cell.headers.join(' ')}"${spans}${mark}>${text}</td>`
}

function scopeOf({ kind, rowSpan, colSpan }: PrintedCell): string {
  if (kind === 'label') return rowSpan > 1 ? 'rowgroup' : 'row'
  return colSpan > 1 ? 'colgroup' : 'col'
}

function span(name: string, count: number): string {
  return count > 1 ? ` ${name}="${count}"` : ''
}

function share(width: number, sum: number): string {
  return `${((100 * width) / sum).toFixed(2)}%`
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`
}
