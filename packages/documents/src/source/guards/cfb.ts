const END_OF_CHAIN = 0xfffffffe
const NO_ENTRY = 0xffffffff
const ENTRY_BYTES = 128
const HEADER_BYTES = 512
const HEADER_FAT_SLOTS = 109
const MINI_SECTOR_BYTES = 64
const STREAM = 2

type Entry = {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** A compound file, the container of Office 97: named streams in a file of its own sectors. */
export type Compound = {
  /** Streams at the root, which tell what the file is; those of embedded objects stand deeper. */
  readonly streams: ReadonlySet<string>
  /** The bytes of a root stream, null where it is missing or cut off. */
  readonly read: (name: string) => Uint8Array | null
}

/** The container opened, null where its directory cannot be read. Chains are followed no further than the file is long. */
export function openCompound(bytes: Uint8Array): Compound | null {
  if (bytes.length < HEADER_BYTES) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorBytes = 1 << view.getUint16(30, true)
  if (sectorBytes !== 512 && sectorBytes !== 4096) return null
  const fat = readFat(view, sectorBytes)
  const large = (start: number) =>
    readChain(bytes, { start, table: fat, size: sectorBytes, base: sectorBytes })
  const entries = readEntries(large(view.getUint32(48, true)))
  const root = entries[0]
  if (!root) return null
  const miniTable = uint32s(large(view.getUint32(60, true)))
  const miniBytes = large(root.start)
  const small = (start: number) =>
    readChain(miniBytes, { start, table: miniTable, size: MINI_SECTOR_BYTES, base: 0 })
  const cutoff = view.getUint32(56, true)
  const streams = rootStreams(entries)
  const read = (name: string) => {
    const entry = streams.get(name)
    if (!entry) return null
    const whole = entry.size < cutoff ? small(entry.start) : large(entry.start)
    return whole.length < entry.size ? null : whole.subarray(0, entry.size)
  }
  return { streams: new Set(streams.keys()), read }
}

function rootStreams(entries: readonly Entry[]): Map<string, Entry> {
  const streams = new Map<string, Entry>()
  const queue = [entries[0]?.child ?? NO_ENTRY]
  const seen = new Set<number>()
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    if (entry.type === STREAM) streams.set(entry.name, entry)
    queue.push(entry.left, entry.right)
  }
  return streams
}

/** The allocation table: its first sectors are named in the header, the others in a chain of lists. */
function readFat(view: DataView, sectorBytes: number): Uint32Array {
  const most = Math.ceil(view.byteLength / sectorBytes)
  const sectors: number[] = []
  for (let slot = 0; slot < HEADER_FAT_SLOTS; slot++)
    sectors.push(view.getUint32(76 + slot * 4, true))
  let list = view.getUint32(68, true)
  for (let lists = 0; list < END_OF_CHAIN && lists < most; lists++) {
    const at = (list + 1) * sectorBytes
    if (at + sectorBytes > view.byteLength) break
    for (let slot = 0; slot < sectorBytes / 4 - 1; slot++)
      sectors.push(view.getUint32(at + slot * 4, true))
    list = view.getUint32(at + sectorBytes - 4, true)
  }
  const used = sectors
    .filter((sector) => (sector + 2) * sectorBytes <= view.byteLength)
    .slice(0, most)
  const fat = new Uint32Array((used.length * sectorBytes) / 4)
  for (const [index, sector] of used.entries()) {
    for (let slot = 0; slot < sectorBytes / 4; slot++) {
      fat[(index * sectorBytes) / 4 + slot] = view.getUint32(
        (sector + 1) * sectorBytes + slot * 4,
        true,
      )
    }
  }
  return fat
}

type Chain = {
  readonly start: number
  readonly table: Uint32Array
  readonly size: number
  /** Where sector 0 starts. */
  readonly base: number
}

function readChain(bytes: Uint8Array, { start, table, size, base }: Chain): Uint8Array {
  const parts: Uint8Array[] = []
  const most = Math.ceil(bytes.length / size)
  for (let sector = start; sector < END_OF_CHAIN && parts.length < most; ) {
    const at = base + sector * size
    if (at >= bytes.length) break
    parts.push(bytes.subarray(at, at + size))
    sector = table[sector] ?? END_OF_CHAIN
  }
  return Uint8Array.from(Buffer.concat(parts))
}

function uint32s(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) =>
    view.getUint32(index * 4, true),
  )
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.max(2, Math.min(64, view.getUint16(at + 64, true)))
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes - 2)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}
