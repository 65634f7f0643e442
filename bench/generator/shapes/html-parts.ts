import type { Block } from '../blocks.js'
import type { Grid, GridCell } from '../grids.js'

/** How a table is written in HTML. */
export interface TableStyle {
  attributes?: string
  headTag?: 'th' | 'td'
  sections?: boolean
  cell?: (text: string, cell: GridCell) => string
  blank?: string
}

/** Text with the characters that mean something in markup replaced. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function htmlCell(cell: GridCell, style: TableStyle): string {
  const tag = cell.role === 'head' ? (style.headTag ?? 'td') : 'td'
  const spans =
    (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '') +
    (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '')
  const text = escapeMarkup(cell.text).replaceAll('\n', '<br/>') || (style.blank ?? '')
  return `<${tag}${spans}>${style.cell ? style.cell(text, cell) : text}</${tag}>`
}

/** A table in HTML with its spans. */
export function htmlTable(grid: Grid, style: TableStyle): string {
  const rows = grid.rows.map(
    (row) => `<tr>${row.map((cell) => htmlCell(cell, style)).join('')}</tr>`,
  )
  const head = rows.slice(0, grid.headRows).join('\n')
  const body = rows.slice(grid.headRows).join('\n')
  const inner = style.sections
    ? `${head && `<thead>${head}</thead>`}<tbody>${body}</tbody>`
    : rows.join('\n')
  return `<table${style.attributes ? ` ${style.attributes}` : ''}>\n${inner}\n</table>`
}

/** The body of a page; `tag` is the element of paragraphs and headings. */
export function htmlBody(
  blocks: Block[],
  table: (grid: Grid) => string,
  tags: { title: string; heading: string; paragraph: string; indent?: string },
): string {
  const indent = tags.indent ?? ''
  return blocks
    .map((block) => {
      if (block.kind === 'table') return table(block.grid)
      const text = escapeMarkup(block.text)
      if (block.kind === 'title') return `<${tags.title}>${text}</${tags.title}>`
      if (block.kind === 'heading') return `<${tags.heading}>${text}</${tags.heading}>`
      const right = block.kind === 'signature' || block.kind === 'date'
      const style = right ? ' style="text-align:right"' : ''
      return `<${tags.paragraph}${style}>${right ? '' : indent}${text}</${tags.paragraph}>`
    })
    .join('\n')
}

/** A whole page around a body. */
export function htmlPage(title: string, body: string, charset = 'utf-8', style = ''): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="${charset}">
<title>${escapeMarkup(title)}</title>
${style && `<style>${style}</style>`}
</head>
<body>
${body}
</body>
</html>
`
}
