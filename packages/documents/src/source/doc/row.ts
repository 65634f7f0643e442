import { SPRM, type Sprm } from './sprm.js'

/** One cell as the end of its row defines it: edges in twips, merges. */
export type RowCell = {
  readonly left: number
  readonly right: number
  /** Part of the cell to its left. */
  readonly isMergedLeft: boolean
  readonly vertical: 'none' | 'restart' | 'continue'
}

const CELL_BYTES = 20
const MERGED_LEFT = 0x0002
const VERTICAL_SHIFT = 5
const VERTICAL = ['none', 'continue', 'none', 'restart'] as const

/** The cells of a row by its definition ([MS-DOC] 2.9.322); null where it has none that is whole. */
export function rowCells(sprms: readonly Sprm[]): RowCell[] | null {
  const definition = sprms.findLast(({ code }) => code === SPRM.tableDefinition)?.operand
  if (!definition || definition.byteLength < 1) return null
  const count = definition.getUint8(0)
  const cellsAt = 1 + (count + 1) * 2
  if (definition.byteLength < cellsAt) return null
  const flagsOf = (index: number) => {
    const at = cellsAt + index * CELL_BYTES
    return at + 2 <= definition.byteLength ? definition.getUint16(at, true) : 0
  }
  const merges = verticalMerges(sprms)
  return Array.from({ length: count }, (_, index) => ({
    left: definition.getInt16(1 + index * 2, true),
    right: definition.getInt16(3 + index * 2, true),
    isMergedLeft: (flagsOf(index) & MERGED_LEFT) !== 0,
    vertical: VERTICAL[merges.get(index) ?? (flagsOf(index) >> VERTICAL_SHIFT) & 3] ?? 'none',
  }))
}

/** Merges set after the definition: cell number, then the two bits. */
function verticalMerges(sprms: readonly Sprm[]): Map<number, number> {
  const merges = new Map<number, number>()
  for (const { code, operand } of sprms) {
    if (code === SPRM.verticalMerge && operand.byteLength >= 2) {
      merges.set(operand.getUint8(0), operand.getUint8(1) & 3)
    }
  }
  return merges
}
