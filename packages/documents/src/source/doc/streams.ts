import { ok, type Result } from '@gongkai/law'
import { openCompound } from '../guards/cfb.js'
import { REFUSALS } from '../guards/refusals.js'
import type { DocumentRefusal } from '../source.js'
import { stretch } from './binary.js'

/** The streams of a Word 97 file and the places its information block names. */
export type DocStreams = {
  readonly main: Uint8Array
  readonly table: Uint8Array
  readonly data: Uint8Array
  /** Characters of the main text; notes, headers and text boxes follow it. */
  readonly mainLength: number
  /** Characters of each text that follows, in file order, text boxes being the sixth. */
  readonly lengths: readonly number[]
  /** A part of the table stream by where its offset and length stand in the information block. */
  readonly part: (offset: number) => DataView
}

// [MS-DOC] 2.5: offsets in the file information block.
const IDENT = 0xa5ec
const FIRST_WORD_97 = 0x00c1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const HEADER_BYTES = 0x0300

/** A Word 97 file opened; refused where it is encrypted, older than Word 97 or cut off. */
export function openDoc(bytes: Uint8Array): Result<DocStreams, DocumentRefusal> {
  const compound = openCompound(bytes)
  const main = compound?.read('WordDocument')
  if (!compound || !main || main.length < HEADER_BYTES)
    return REFUSALS.damaged('Word 文件正文不完整')
  const header = stretch(main, 0, HEADER_BYTES)
  const flags = header.getUint16(10, true)
  if (flags & ENCRYPTED) return REFUSALS.encrypted()
  if (header.getUint16(0, true) !== IDENT || header.getUint16(2, true) < FIRST_WORD_97) {
    return REFUSALS.unsupported('Word 95 及更早版本的文件')
  }
  const table = compound.read(flags & SECOND_TABLE ? '1Table' : '0Table')
  if (!table) return REFUSALS.damaged('Word 文件的格式信息不完整')
  const lengths = Array.from({ length: 8 }, (_, index) => header.getUint32(0x4c + index * 4, true))
  const part = (offset: number) =>
    stretch(table, header.getUint32(offset, true), header.getUint32(offset + 4, true))
  const data = compound.read('Data') ?? new Uint8Array(0)
  return ok({ main, table, data, mainLength: lengths[0] ?? 0, lengths, part })
}
