import { stretch } from './binary.js'
import { readSprms, SPRM, type Sprm } from './sprm.js'
import type { DocStreams } from './streams.js'

/** The list a paragraph belongs to: its number among the uses of lists from 1, and its level from 0. */
export type ListRef = { readonly list: number | undefined; readonly level: number | undefined }

const STYLE_SHEET = 0x00a2
const PARAGRAPH_STYLE = 1
const NO_STYLE = 0xfff
const LONGEST_CHAIN = 20

/** What property modifiers say about the list. */
export function listRef(sprms: readonly Sprm[]): ListRef {
  const list = sprms.findLast(({ code }) => code === SPRM.list)?.operand
  const level = sprms.findLast(({ code }) => code === SPRM.listLevel)?.operand
  return { list: list?.getUint16(0, true), level: level?.getUint8(0) }
}

/** The list of each paragraph style, its ancestors' taken over ([MS-DOC] 2.9.271). */
export function styleLists({ part }: DocStreams): ListRef[] {
  const styles = readStyles(part(STYLE_SHEET))
  return styles.map((_, index) => {
    let ref: ListRef = { list: undefined, level: undefined }
    let style = styles[index]
    for (let length = 0; style && length < LONGEST_CHAIN; length++) {
      ref = { list: ref.list ?? style.ref.list, level: ref.level ?? style.ref.level }
      style = style.base === NO_STYLE ? undefined : styles[style.base]
    }
    return ref
  })
}

type Style = { readonly base: number; readonly ref: ListRef }

function readStyles(sheet: DataView): (Style | undefined)[] {
  if (sheet.byteLength < 6) return []
  const headerBytes = sheet.getUint16(0, true)
  const count = sheet.getUint16(2, true)
  const baseBytes = sheet.getUint16(4, true)
  const bytes = new Uint8Array(sheet.buffer, sheet.byteOffset, sheet.byteLength)
  const styles: (Style | undefined)[] = []
  let at = 2 + headerBytes
  while (styles.length < count && at + 2 <= bytes.length) {
    const size = sheet.getUint16(at, true)
    styles.push(readStyle(stretch(bytes, at + 2, size), baseBytes))
    at += 2 + size
  }
  return styles
}

/** A style's own list; of styles that are none of paragraphs only the place is kept. */
function readStyle(style: DataView, baseBytes: number): Style | undefined {
  if (style.byteLength < baseBytes + 2 || baseBytes < 10) return undefined
  const kind = style.getUint16(2, true)
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return undefined
  const propertiesAt = baseBytes + 2 + style.getUint16(baseBytes, true) * 2 + 2
  if (propertiesAt + 4 > style.byteLength) return undefined
  const size = style.getUint16(propertiesAt, true)
  const bytes = new Uint8Array(style.buffer, style.byteOffset, style.byteLength)
  const sprms = readSprms(bytes.subarray(propertiesAt + 4, propertiesAt + 2 + size))
  return { base: kind >> 4, ref: listRef(sprms) }
}
