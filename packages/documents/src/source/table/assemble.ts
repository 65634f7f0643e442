import type { Place } from '@gongkai/report'
import type { Block, GridBlock, GridCell } from '../source.js'

/** A cell on its place in the table, spans resolved, with what stands in it. */
export type PlacedCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly blocks: readonly Block[]
}

export type PlacedTable = {
  readonly height: number
  readonly width: number
  /** In reading order. */
  readonly cells: readonly PlacedCell[]
  readonly placeOf: (cell: PlacedCell) => Place
  /** Rows that the medium shows to be lines of text and no part of a table. */
  readonly lineRows?: ReadonlySet<number>
}

// The longest label of the form has 45 characters; a paragraph of a report in a cell of a layout table has hundreds.
const PROSE_CHARACTERS = 150

/**
 * A table as blocks: its rows are grids, but rows that hold paragraphs of prose or tables of their own only lay the page
 * out and become what stands in them, cell by cell. So does a stretch of rows with a single column.
 */
export function tableBlocks(table: PlacedTable): Block[] {
  const layout = layoutRows(table)
  const blocks: Block[] = []
  let waiting: PlacedCell[] = []
  let isLayout = false
  const finish = () => {
    blocks.push(
      ...(isLayout ? waiting.flatMap(({ blocks }) => blocks) : stretchBlocks(waiting, table)),
    )
    waiting = []
  }
  for (const cell of table.cells) {
    const here = layout[cell.row] === 1
    if (here !== isLayout) finish()
    isLayout = here
    waiting.push(cell)
  }
  finish()
  return blocks
}

/** The words of a cell, a line a line, blank lines left out. */
function cellText(blocks: readonly Block[]): string {
  if (blocks.length === 1 && blocks[0]?.kind === 'line') return blocks[0].text.trim()
  return blocks
    .flatMap((block) =>
      block.kind === 'line' ? [block.text] : block.cells.map(({ text }) => text),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n')
}

/** 1 for each row that a layout cell touches. */
function layoutRows({ cells, height, lineRows }: PlacedTable): Uint8Array {
  const rows = new Uint8Array(height)
  for (const row of lineRows ?? []) rows[row] = 1
  for (const { row, rowSpan, blocks } of cells) {
    if (blocks.some(isLaidOut)) rows.fill(1, row, row + rowSpan)
  }
  return rows
}

function isLaidOut(block: Block): boolean {
  return block.kind === 'line'
    ? block.text.length > PROSE_CHARACTERS
    : block.height > 1 && block.width > 1
}

function stretchBlocks(cells: readonly PlacedCell[], table: PlacedTable): readonly Block[] {
  if (cells.length === 0) return []
  if (cells.every(({ column, colSpan }) => column === 0 && colSpan === table.width)) {
    return cells.flatMap(({ blocks }) => blocks)
  }
  return [gridOf(cells, table)]
}

function gridOf(cells: readonly PlacedCell[], { width, placeOf }: PlacedTable): GridBlock {
  const top = cells[0]?.row ?? 0
  const height = (cells.at(-1)?.row ?? top) - top + 1
  const gridCells = cells.map((cell): GridCell => {
    const row = cell.row - top
    return {
      text: cellText(cell.blocks),
      row,
      column: cell.column,
      rowSpan: Math.min(cell.rowSpan, height - row),
      colSpan: cell.colSpan,
      at: placeOf(cell),
    }
  })
  return { kind: 'grid', height, width, cells: gridCells }
}
