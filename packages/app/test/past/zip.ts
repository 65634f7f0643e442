import { crc32 } from 'node:zlib'

/** A zip whose parts are stored as they are; names as the bytes given. */
export function zipOf(parts: readonly { readonly name: Uint8Array; readonly bytes: Uint8Array }[]) {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(bytes), 0)
    sizes.writeUInt32LE(bytes.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const local = Buffer.concat([
      Buffer.from('504b0304140000000000000000000000'.slice(0, 28), 'hex'),
      sizes,
      Buffer.from([name.length, 0, 0, 0]),
      name,
      bytes,
    ])
    const entry = Buffer.concat([
      Buffer.from('504b01021400140000000000', 'hex'),
      Buffer.alloc(4),
      sizes,
      Buffer.from([name.length, 0]),
      Buffer.alloc(12),
      Buffer.alloc(4),
      name,
    ])
    entry.writeUInt32LE(offset, 42)
    locals.push(local)
    directory.push(entry)
    offset += local.length
  }
  const length = directory.reduce((sum, { length: one }) => sum + one, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}
