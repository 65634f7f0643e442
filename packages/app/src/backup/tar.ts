import type { FileHandle } from 'node:fs/promises'

/** One file in an archive; `at` is where its bytes begin. */
export type TarEntry = { readonly name: string; readonly at: number; readonly bytes: Buffer }

/** An archive that is torn or changed after the entry `after`; null where it does not even begin as one. */
export class TornArchive extends Error {
  constructor(readonly after: string | null) {
    super(`the archive is damaged after ${after}`)
  }
}

const BLOCK = 512

/** What closes an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

/** A file as it stands in a tar archive (POSIX ustar): a name of at most 100 bytes, at most 8 GiB. */
export function tarEntry(name: string, bytes: Buffer, made: Date): readonly Buffer[] {
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100)
  header.write('0000600\x000000000\x000000000\x00', 100)
  header.write(`${octal(bytes.length)}\0${octal(Math.floor(made.getTime() / 1000))}\0`, 124)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return [header, bytes, Buffer.alloc(padding(bytes.length))]
}

/** The files of an archive in their order, each wholly in memory. Throws TornArchive where a header, the padding or the end is not what it must be. */
export async function* readTar(handle: FileHandle): AsyncGenerator<TarEntry> {
  let at = 0
  let after: string | null = null
  for (;;) {
    const header = await readPart(handle, at, BLOCK)
    if (header?.every((byte) => byte === 0)) return
    if (!header || !isHeader(header)) throw new TornArchive(after)
    const name = header.toString('utf8', 0, header.indexOf(0))
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    const bytes = await readPart(handle, at + BLOCK, size)
    const rest = await readPart(handle, at + BLOCK + size, padding(size))
    if (!bytes || !rest || rest.some((byte) => byte !== 0)) throw new TornArchive(after ?? name)
    yield { name, at: at + BLOCK, bytes }
    at += BLOCK + size + padding(size)
    after = name
  }
}

/** `size` bytes from `at`; null where the file ends before. */
export async function readPart(
  handle: FileHandle,
  at: number,
  size: number,
): Promise<Buffer | null> {
  const { size: whole } = await handle.stat()
  if (at + size > whole) return null
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, at)
  return bytesRead === size ? buffer : null
}

function isHeader(header: Buffer): boolean {
  return Number.parseInt(header.toString('latin1', 148, 154), 8) === sumOf(header)
}

/** The sum of all bytes, those of the sum itself counted as spaces. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function octal(number: number, digits = 11): string {
  return number.toString(8).padStart(digits, '0')
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}
