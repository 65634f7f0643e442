import {
  AlignmentType,
  convertMillimetersToTwip,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PrintedCell, PrintedTable } from './statutory.js'

/** The rows of a printed table. Header rows are repeated on each page where the table has one header on top. */
export function tableRows(table: PrintedTable): TableRow[] {
  const repeats = table.blocks.length === 1
  const row = (cells: readonly PrintedCell[], tableHeader: boolean) =>
    new TableRow({
      children: cells.map((cell) => wordCell(cell, table.widths)),
      cantSplit: true,
      tableHeader,
    })
  return table.blocks.flatMap(({ head, body }) => [
    ...head.map((cells) => row(cells, repeats)),
    ...body.map((cells) => row(cells, false)),
  ])
}

function wordCell(cell: PrintedCell, widths: readonly number[]): TableCell {
  const { column, colSpan, rowSpan } = cell
  const width = widths.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0)
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [content(cell)],
  })
}

function content({ text, kind, state }: PrintedCell): Paragraph {
  const unread = state === 'unread' ? { color: 'C00000', bold: true } : {}
  const lines = text.split('\n')
  return new Paragraph({
    keepNext: kind === 'caption' || kind === 'column',
    style: kind === 'value' || kind === 'label' ? 'TableText' : 'TableHeader',
    alignment: kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER,
    children: lines.map(
      (line, at) => new TextRun({ text: line, ...unread, ...(at > 0 && { break: 1 }) }),
    ),
  })
}
