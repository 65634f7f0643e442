import { crc32, inflateRawSync } from 'node:zlib'
import { ok, type Result } from '@gongkai/law'
import type { DocumentRefusal } from '../source.js'
import { LIMITS } from './limits.js'
import { REFUSALS } from './refusals.js'

/** One part of a zip as its central directory tells of it; nothing of it has been inflated. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly compressed: number
  readonly inflated: number
  readonly offset: number
  readonly isEncrypted: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
// The end record may be followed by a comment of at most 65 535 bytes.
const END_SEARCH_BYTES = END_BYTES + 65_535

// A smaller part may repeat itself as much as it likes: its rows and nodes are counted later.
const RATIO_BYTES = 20_000_000

/**
 * The parts of a zip by name, read from its central directory, with the guards held: number of parts, inflated
 * bytes, inflation ratio. Refused as damaged where the directory is missing, as in every truncated file.
 */
export function listZip(bytes: Uint8Array): Result<ReadonlyMap<string, ZipEntry>, DocumentRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return REFUSALS.damaged('压缩目录缺失，文件可能只传输了一部分')
  const entries = new Map<string, ZipEntry>()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      return REFUSALS.damaged('压缩目录不完整')
    }
    const { entry, next } = readEntry(bytes, view, at)
    entries.set(entry.name, entry)
    at = next
  }
  return inflatesTooFar([...entries.values()]) ? REFUSALS.inflatesTooFar() : ok(entries)
}

/** One part inflated, never past the size its entry states, its checksum compared. Null where the part is damaged. */
export function inflatePart(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, compressed, inflated, method } = entry
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    return null
  const nameAndExtra = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const start = offset + LOCAL_BYTES + nameAndExtra
  const packed = bytes.subarray(start, start + compressed)
  const part = method === 0 ? packed : inflateRaw(packed, inflated)
  return part && part.length === inflated && crc32(part) === entry.crc ? part : null
}

function inflateRaw(packed: Uint8Array, inflated: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, inflated) })
  } catch {
    return null
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - END_SEARCH_BYTES; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number) {
  const nameBytes = view.getUint16(at + 28, true)
  const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const entry: ZipEntry = {
    name: nameOf(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    inflated: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  }
  return { entry, next: at + ENTRY_BYTES + nameBytes + tail }
}

/** Windows writes Chinese names in its own code page and does not say so. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function inflatesTooFar(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { inflated }) => sum + inflated, 0)
  const isBomb = ({ inflated, compressed }: ZipEntry) =>
    inflated > RATIO_BYTES && inflated > compressed * LIMITS.inflationRatio
  return entries.length > LIMITS.zipEntries || total > LIMITS.inflatedBytes || entries.some(isBomb)
}
