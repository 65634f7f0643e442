import { readPlc, stretch } from './binary.js'
import type { DocStreams } from './streams.js'

/** The characters of a Word 97 file with the byte of the main stream each stands at. */
export type DocText = { readonly text: string; readonly offsets: Uint32Array }

const PIECE_TABLE = 0x01a2
const PROPERTIES = 1
const PIECES = 2
const PIECE_BYTES = 8
const ONE_BYTE = 0x40000000

/** The whole text from the piece table ([MS-DOC] 2.4.1); null where a piece lies outside the file. */
export function readDocText({ main, part }: DocStreams): DocText | null {
  const pieces = findPieces(part(PIECE_TABLE))
  if (!pieces) return null
  const { positions, dataAt } = readPlc(pieces, PIECE_BYTES)
  const length = positions.at(-1) ?? 0
  if (length > main.length) return null
  const offsets = new Uint32Array(length)
  let text = ''
  for (let index = 0; index + 1 < positions.length; index++) {
    const start = positions[index] ?? 0
    const count = (positions[index + 1] ?? 0) - start
    const stated = pieces.getUint32(dataAt(index) + 2, true)
    const isNarrow = (stated & ONE_BYTE) !== 0
    const from = isNarrow ? (stated & ~ONE_BYTE) >>> 1 : stated
    const width = isNarrow ? 1 : 2
    if (count < 0 || start !== text.length || from + count * width > main.length) return null
    const view = stretch(main, from, count * width)
    text += new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(
      view,
    )
    if (text.length !== start + count) return null
    for (let at = 0; at < count; at++) offsets[start + at] = from + at * width
  }
  return { text, offsets }
}

/** Steps over the property lists before the piece table. */
function findPieces(clx: DataView): DataView | null {
  let at = 0
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === PROPERTIES)
    at += 3 + clx.getUint16(at + 1, true)
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== PIECES) return null
  const length = clx.getUint32(at + 1, true)
  if (at + 5 + length > clx.byteLength) return null
  return new DataView(clx.buffer, clx.byteOffset + at + 5, length)
}
