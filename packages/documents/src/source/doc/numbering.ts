import { type ListLevel, type ListUse, type Numbering, openNumbering } from '../numerals/lists.js'
import type { NumeralStyle } from '../numerals/numerals.js'
import { stretch } from './binary.js'
import type { DocStreams } from './streams.js'

const LISTS = 0x02e2
const LIST_USES = 0x02ea
const LIST_BYTES = 28
const LEVEL_BYTES = 28
const USE_BYTES = 16
const LEVELS = 9
const FOLLOWED_BY_SPACE = 1

// MSONFC ([MS-OSHARED] 2.2.1.3), by code; what is not here is written in digits.
const NUMBER_FORMATS: Readonly<Record<number, NumeralStyle | 'bullet'>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'chineseDigits',
  11: 'chinese',
  14: 'fullWidth',
  18: 'circled',
  19: 'fullWidth',
  22: 'decimalZero',
  23: 'bullet',
  26: 'fullStop',
  27: 'parenthesised',
  28: 'circled',
  30: 'stems',
  31: 'branches',
  33: 'chinese',
  34: 'chineseFormalTraditional',
  35: 'chinese',
  36: 'chineseDigits',
  37: 'chinese',
  38: 'chineseFormal',
  39: 'chinese',
  255: 'none',
}

/** The lists of a Word 97 file ([MS-DOC] 2.9.131 and after); without numbers where their tables are broken. */
export function readDocNumbering(streams: DocStreams): Numbering {
  try {
    return openNumbering(readUses(streams, readLists(streams)))
  } catch (error) {
    // Reading past the end of a broken table: the text is read all the same, as Word does.
    if (error instanceof RangeError) return openNumbering(new Map())
    throw error
  }
}

type Lists = ReadonlyMap<number, ReadonlyMap<number, ListLevel>>

/** The levels of each list by its identifier; they stand behind the table of lists, in its order. */
function readLists({ table, part }: DocStreams): Lists {
  const heads = part(LISTS)
  const lists = new Map<number, Map<number, ListLevel>>()
  if (heads.byteLength < 2) return lists
  let at = heads.byteOffset - table.byteOffset + heads.byteLength
  for (let index = 0; index < heads.getUint16(0, true); index++) {
    const head = 2 + index * LIST_BYTES
    const isSimple = (heads.getUint8(head + 26) & 1) === 1
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) {
      const read = readLevel(table, at)
      levels.set(level, read.level)
      at = read.end
    }
    lists.set(heads.getUint32(head, true), levels)
  }
  return lists
}

function readLevel(table: Uint8Array, at: number): { level: ListLevel; end: number } {
  const head = stretch(table, at, LEVEL_BYTES)
  const flags = head.getUint8(5)
  const textAt = at + LEVEL_BYTES + head.getUint8(24) + head.getUint8(25)
  const length = stretch(table, textAt, 2).getUint16(0, true)
  const words = new TextDecoder('utf-16le').decode(stretch(table, textAt + 2, length * 2))
  const level: ListLevel = {
    start: head.getUint32(0, true),
    style: head.getUint8(4) === 0 ? 'decimal' : (NUMBER_FORMATS[head.getUint8(4)] ?? 'decimal'),
    text: words.replace(/[\0-\x08]/g, (code) => `%${code.charCodeAt(0) + 1}`),
    suffix: head.getUint8(15) === FOLLOWED_BY_SPACE ? ' ' : '',
    isLegal: (flags & 0x04) !== 0,
    restartAfter: (flags & 0x08) !== 0 ? head.getUint8(26) : null,
  }
  return { level, end: textAt + 2 + length * 2 }
}

/** The uses of lists by number from 1, with the levels they start anew or change. */
function readUses({ part }: DocStreams, lists: Lists): Map<string, ListUse> {
  const uses = part(LIST_USES)
  const read = new Map<string, ListUse>()
  if (uses.byteLength < 4) return read
  const bytes = new Uint8Array(uses.buffer, uses.byteOffset, uses.byteLength)
  const count = uses.getUint32(0, true)
  let at = 4 + count * USE_BYTES
  for (let index = 0; index < count; index++) {
    const id = uses.getUint32(4 + index * USE_BYTES, true)
    const overrides = uses.getUint8(4 + index * USE_BYTES + 12)
    const levels = new Map(lists.get(id))
    const startsAnew = new Map<number, number>()
    let isOwn = false
    at += 4
    for (let override = 0; override < overrides; override++) {
      const flags = uses.getUint32(at + 4, true)
      if (flags & 0x10) startsAnew.set(flags & 0xf, uses.getUint32(at, true))
      at += 8
      if (!(flags & 0x20)) continue
      const { level, end } = readLevel(bytes, at)
      levels.set(flags & 0xf, level)
      isOwn = true
      at = end
    }
    const list = isOwn ? `${id}/${index}` : String(id)
    read.set(String(index + 1), { list, levels, startsAnew })
  }
  return read
}
