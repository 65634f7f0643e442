const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff

/** A compound file with these streams at its root; streams are padded to 4096 bytes, so that none is a small one. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams).map(([name, bytes]) => ({
    name,
    sectors: sectorsOf(bytes),
  }))
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  const count = 1 + directorySectors + entries.reduce((sum, { sectors }) => sum + sectors, 0)
  const file = Buffer.alloc((count + 1) * SECTOR)
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(0xfffffffd, 0)
  writeHeader(file)
  chain(fat, 1, directorySectors)
  let next = 1 + directorySectors
  writeEntry(file, 0, {
    name: 'Root Entry',
    type: 5,
    right: FREE,
    child: entries.length > 0 ? 1 : FREE,
    start: END,
    size: 0,
  })
  for (const [index, { name, sectors }] of entries.entries()) {
    const right = index + 1 < entries.length ? index + 2 : FREE
    writeEntry(file, index + 1, {
      name,
      type: 2,
      right,
      child: FREE,
      start: next,
      size: sectors * SECTOR,
    })
    file.set(streams[name] ?? [], (next + 1) * SECTOR)
    chain(fat, next, sectors)
    next += sectors
  }
  fat.copy(file, SECTOR)
  return Uint8Array.from(file)
}

type Entry = {
  name: string
  type: number
  right: number
  child: number
  start: number
  size: number
}

function sectorsOf(bytes: Uint8Array): number {
  return Math.ceil(Math.max(4096, bytes.length) / SECTOR)
}

function writeHeader(file: Buffer): void {
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.fill(0xff, 76, SECTOR)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(END, 60)
  file.writeUInt32LE(END, 68)
  file.writeUInt32LE(0, 76)
}

function chain(fat: Buffer, first: number, count: number): void {
  for (let index = 0; index < count; index++) {
    fat.writeUInt32LE(index + 1 < count ? first + index + 1 : END, (first + index) * 4)
  }
}

function writeEntry(file: Buffer, index: number, entry: Entry): void {
  const at = 2 * SECTOR + index * 128
  file.write(entry.name, at, 'utf16le')
  file.writeUInt16LE(entry.name.length * 2 + 2, at + 64)
  file.writeUInt8(entry.type, at + 66)
  file.writeUInt32LE(FREE, at + 68)
  file.writeUInt32LE(entry.right, at + 72)
  file.writeUInt32LE(entry.child, at + 76)
  file.writeUInt32LE(entry.start, at + 116)
  file.writeUInt32LE(entry.size, at + 120)
}
