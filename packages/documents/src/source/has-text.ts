import type { Block } from './source.js'

/** Whether anything is printed in the block. */
export function hasText(block: Block): boolean {
  return block.kind === 'line'
    ? block.text.trim() !== ''
    : block.cells.some(({ text }) => text !== '')
}
