import type { Block, GridBlock, LineBlock } from '../source.js'
import { cellText } from './cell-text.js'
import { type Box, rounded } from './geometry.js'
import type { PageItem, PageLine, PageTable } from './page-items.js'

/** Lines and tables of all pages as blocks. */
export function blocksOf(items: readonly PageItem[]): Block[] {
  return items.map((item) => (item.kind === 'line' ? lineBlock(item) : gridBlock(item)))
}

function lineBlock({ runs, page, box }: PageLine): LineBlock {
  return {
    kind: 'line',
    text: runs.map(({ text }) => text).join('  '),
    at: placeOf(page, box),
    pieces: runs.map((run) => ({
      text: run.text,
      extent: [run.box[0], run.box[2]],
      at: placeOf(page, run.box),
    })),
  }
}

function gridBlock({ xs, height, cells }: PageTable): GridBlock {
  return {
    kind: 'grid',
    height,
    width: xs.length - 1,
    cells: cells.map(({ row, column, rowSpan, colSpan, lines, page, box }) => ({
      text: cellText(lines, box),
      row,
      column,
      rowSpan,
      colSpan,
      at: placeOf(page, box),
    })),
  }
}

function placeOf(page: number, box: Box) {
  return { kind: 'page', page, box: rounded(box) } as const
}
