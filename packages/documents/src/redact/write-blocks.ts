import {
  convertMillimetersToTwip,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, GridBlock, GridCell } from '../source/source.js'
import { PAGE, STYLES } from '../write/docx-styles.js'
import { printable } from '../write/printable.js'

/** Lines and grids as a Word file that says nothing else: no author, no title. */
export async function writeBlocks(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    styles: STYLES,
    sections: [{ properties: { page: PAGE }, children: blocks.map(blockOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function blockOf(block: Block): Paragraph | Table {
  if (block.kind === 'grid') return tableOf(block)
  return new Paragraph({ style: 'Body', children: [new TextRun(printable(block.text))] })
}

/** The width of the text on A4 (GB/T 9704). */
const TEXT_WIDTH = convertMillimetersToTwip(156)

function tableOf(grid: GridBlock): Table {
  const width = Math.floor(TEXT_WIDTH / grid.width)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * grid.width, type: WidthType.DXA },
    columnWidths: Array.from({ length: grid.width }, () => width),
    rows: rowsOf(grid).map((cells) => new TableRow({ children: cells.map(cellOf) })),
  })
}

type PrintedCell = Pick<GridCell, 'text' | 'rowSpan' | 'colSpan'>

/** The cells that begin in each row, from left to right; where the grid has none a blank one. */
function rowsOf({ height, width, cells }: GridBlock): readonly (readonly PrintedCell[])[] {
  const taken = new Set<string>()
  for (const { row, column, rowSpan, colSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + colSpan; c++) taken.add(`${r}/${c}`)
  }
  const begins = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => `${row}/${column}`).flatMap((key) => {
      const cell = begins.get(key)
      if (cell) return [cell]
      return taken.has(key) ? [] : [{ text: '', rowSpan: 1, colSpan: 1 }]
    }),
  )
}

function cellOf({ text, rowSpan, colSpan }: PrintedCell): TableCell {
  const lines = printable(text).split('\n')
  return new TableCell({
    rowSpan,
    columnSpan: colSpan,
    children: lines.map(
      (line) => new Paragraph({ style: 'TableText', children: [new TextRun(line)] }),
    ),
  })
}
