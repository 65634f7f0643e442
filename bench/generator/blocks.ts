import { type Grid, gridOf } from './grids.js'
import type { TableId, Truth } from './model.js'

/** A piece of a printed report, in reading order. */
export type Block =
  | { kind: 'residue' | 'title' | 'paragraph' | 'signature' | 'date'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'table'; grid: Grid }

const TABLES: Record<string, TableId> = { 二: 'proactive', 三: 'requests', 四: 'remedies' }

const isSubheading = (line: string): boolean => /^（[一二三四五六]）[^。：；，]{2,20}$/.test(line)

function proseBlocks(text: string): Block[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      isSubheading(line)
        ? { kind: 'heading', level: 2, text: line }
        : { kind: 'paragraph', text: line },
    )
}

/** The printed pieces of a report, in reading order. */
export function blocksOf(truth: Truth): Block[] {
  const blocks: Block[] = truth.layout.before.map((text) => ({ kind: 'residue', text }))
  blocks.push({ kind: 'title', text: truth.title }, ...proseBlocks(truth.intro))
  for (const { no, heading, text } of truth.sections) {
    blocks.push({ kind: 'heading', level: 1, text: heading }, ...proseBlocks(text))
    const table = TABLES[no]
    if (table !== undefined) blocks.push({ kind: 'table', grid: gridOf(truth, table) })
  }
  if (truth.signature !== '') blocks.push({ kind: 'signature', text: truth.signature })
  if (truth.signedText !== '') blocks.push({ kind: 'date', text: truth.signedText })
  return blocks
}

/** A copy of the blocks with every cell of every table passed through `change`. */
export function mapCells(
  blocks: Block[],
  change: (cell: Grid['rows'][number][number], grid: Grid) => string,
): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'table') return block
    const { grid } = block
    const rows = grid.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell, grid) })))
    return { kind: 'table', grid: { ...grid, rows } }
  })
}

/** Whether a report leaves cells of its tables empty. */
export function hasBlanks(truth: Truth): boolean {
  return truth.cells.some(({ state }) => state === 'blank')
}
