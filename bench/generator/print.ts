import type { Block } from './blocks.js'
import type { LossyRow } from './model.js'

/** The rows as they stand where the cells of a row are glued together. */
export function gluedPrint(blocks: readonly Block[]): LossyRow[] {
  return lossyRows(blocks, (texts) => texts.join(''))
}

/** The rows as they stand where blank cells are left out. */
export function blanklessPrint(blocks: readonly Block[]): LossyRow[] {
  return lossyRows(blocks, (texts) => texts.filter((text) => text !== ''))
}

function lossyRows(
  blocks: readonly Block[],
  print: (texts: string[]) => string | string[],
): LossyRow[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return []
    const { table, rows } = block.grid
    return rows
      .map((row) => row.flatMap(({ of, text }) => (of ? [{ of, text }] : [])))
      .filter((row) => row.length > 0)
      .map((row) => ({
        table,
        cells: row.map(({ of }) => of),
        print: print(row.map(({ text }) => text)),
      }))
  })
}
