import type { Source } from '../../src/source/source.js'

/** Blocks written short: a line as its text, a grid as its rows of `text` or `text@column+colSpan/rowSpan` where spanned. */
export function shapes({ blocks }: Pick<Source, 'blocks'>): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.kind === 'line') return block.text
    const rows: string[][] = Array.from({ length: block.height }, () => [])
    for (const { text, row, column, rowSpan, colSpan } of block.cells) {
      const isSpanned = rowSpan > 1 || colSpan > 1
      rows[row]?.push(isSpanned ? `${text}@${column}+${colSpan}/${rowSpan}` : text)
    }
    return rows
  })
}
