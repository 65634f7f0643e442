import { LITIGATION_GROUP, REMEDY_BLOCKS, REMEDY_COLUMNS } from '@gongkai/report'
import type { Anchor } from './chain.js'
import { hanOnly } from './han.js'
import type { Stream } from './stream.js'

const FIVE = REMEDY_COLUMNS.join('')
const HEADER = hanOnly([...REMEDY_BLOCKS, LITIGATION_GROUP, FIVE, FIVE, FIVE].join(''))

/**
 * The header of 表四 where a page was printed line by line and its labels are broken and run into each other: a stretch that
 * holds just its characters. As one label, the last of the table's; null where there is none.
 */
export function jumbledHeader({ chars }: Stream): Anchor | null {
  const missing = new Map<string, number>()
  let wrong = 0
  const add = (character: string | undefined, count: number) => {
    if (character === undefined) return
    const before = missing.get(character) ?? 0
    missing.set(character, before + count)
    wrong += Math.abs(before + count) - Math.abs(before)
  }
  for (const character of HEADER) add(character, 1)
  for (let end = 1; end <= chars.length; end++) {
    const start = end - HEADER.length
    add(chars[end - 1], -1)
    add(chars[start - 1], 1)
    if (wrong > 0) continue
    return { kind: 'column', block: 2, label: REMEDY_COLUMNS.at(-1) ?? '', order: 0, start, end }
  }
  return null
}
