import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { TAR_END, tarEntry } from './tar.js'

/** Adds one file to an archive. */
export type AddEntry = (name: string, bytes: Buffer) => Promise<void>

/** Writes an archive beside its place and gives it its name when it is whole and on the disk. What was there under the name is replaced. */
export async function writeArchive<T>(
  file: string,
  made: Date,
  fill: (add: AddEntry) => Promise<T>,
): Promise<T> {
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    const result = await fill(async (name, bytes) => {
      for (const buffer of tarEntry(name, bytes, made)) await handle.appendFile(buffer)
    })
    await handle.appendFile(TAR_END)
    await handle.sync()
    await rename(part, file)
    const folder = await open(path.dirname(file), 'r')
    await folder.sync()
    await folder.close()
    return result
  } catch (fault) {
    await rm(part, { force: true })
    throw fault
  } finally {
    await handle.close()
  }
}

/** SHA-256 in hex. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
