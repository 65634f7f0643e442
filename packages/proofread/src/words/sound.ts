import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)
type Pinyin = typeof import('pinyin-pro')
let library: Pinyin | null = null

const readings = new Map<string, readonly string[]>()

/** Whether two texts of equal length can be read alike character by character, tones aside: 秀州, 秀洲. */
export function soundsAlike(one: string, other: string): boolean {
  return (
    one.length === other.length &&
    Array.from(one).every((character, index) => areHomophones(character, other.charAt(index)))
  )
}

function areHomophones(one: string, other: string): boolean {
  return one === other || readingsOf(one).some((reading) => readingsOf(other).includes(reading))
}

function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  library ??= load('pinyin-pro') as Pinyin
  const read = library.pinyin(character, { toneType: 'none', multiple: true, type: 'array' })
  readings.set(character, read)
  return read
}
