import type { Source } from '../source.js'
import { LIMITS } from './limits.js'
import { REFUSALS } from './refusals.js'

/** Refuses what holds more words, lines and cells than any report: what follows looks at them many times. */
export function refuseTooLong({ blocks }: Source) {
  let characters = 0
  let pieces = 0
  const count = (text: string) => {
    const length = text.trim().length
    characters += length
    if (length > 0) pieces++
  }
  for (const block of blocks) {
    if (block.kind === 'line') count(block.text)
    else for (const { text } of block.cells) count(text)
  }
  const isTooLong = characters > LIMITS.characters || pieces > LIMITS.pieces
  return isTooLong ? REFUSALS.tooLong(characters, pieces) : null
}
