/** A compound file with empty streams of these names at its root: header, one directory sector, one table sector. */
export function compoundFile(names: readonly string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3, 0xff)
  file.fill(0, 0, 76)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(0, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(0xfffffffe, 60)
  file.writeUInt32LE(0xfffffffe, 68)
  file.writeUInt32LE(1, 76)
  file.writeUInt32LE(0xfffffffe, 1024)
  file.writeUInt32LE(0xfffffffd, 1028)
  const entries = ['Root Entry', ...names]
  file.fill(0, 512, 1024)
  for (const [index, name] of entries.entries()) {
    const at = 512 + index * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, at + 64)
    file.writeUInt8(index === 0 ? 5 : 2, at + 66)
    file.writeUInt32LE(0xffffffff, at + 68)
    file.writeUInt32LE(index > 0 && index < names.length ? index + 1 : 0xffffffff, at + 72)
    file.writeUInt32LE(0xfffffffe, at + 116)
    file.writeUInt32LE(index === 0 ? 1 : 0xffffffff, at + 76)
  }
  return Uint8Array.from(file)
}
