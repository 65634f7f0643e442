import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Bytes kept under the SHA-256 of their content: what is there once is never written over. */
export type FileStore = {
  /** Keeps the bytes and returns their digest in hex. They are on the disk when this returns. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** The bytes of a digest; null where they are not kept. Throws where what is kept is no longer what was put. */
  readonly get: (digest: string) => Promise<Buffer | null>
  /** Takes away what is kept under a digest; what is not there is gone already. */
  readonly remove: (digest: string) => Promise<void>
  /** Takes away what was half written before this time: whoever wrote it ended. */
  readonly sweep: (before: Date) => Promise<void>
  /** Every digest that is kept. */
  readonly digests: () => AsyncGenerator<string>
}

const DIGEST = /^[0-9a-f]{64}$/

/** A store in a folder; made where there is none. What was half written when the machine stopped is in `incoming`, counts for nothing and is swept. */
export function folderStore(folder: string): FileStore {
  const placeOf = (digest: string) => path.join(folder, digest.slice(0, 2), digest)
  const arriving = path.join(folder, 'incoming')
  return {
    async put(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(digest)
      if (await exists(place)) return digest
      const incoming = path.join(arriving, randomUUID())
      await inFolderOf(incoming, () => writeDurably(incoming, bytes))
      await inFolderOf(place, () => rename(incoming, place))
      await syncFolder(path.dirname(place))
      return digest
    },
    async get(digest) {
      if (!DIGEST.test(digest) || !(await exists(placeOf(digest)))) return null
      return readWhole(placeOf(digest), digest)
    },
    async remove(digest) {
      if (DIGEST.test(digest)) await rm(placeOf(digest), { force: true })
    },
    async sweep(before) {
      for (const name of await readdir(arriving).catch(() => [])) {
        const left = path.join(arriving, name)
        const found = await stat(left).catch(() => null)
        if (found && found.mtime < before) await rm(left, { force: true })
      }
    },
    async *digests() {
      for (const sub of await readdir(folder).catch(() => [])) {
        if (sub.length !== 2) continue
        for (const name of await readdir(path.join(folder, sub))) if (DIGEST.test(name)) yield name
      }
    },
  }
}

/** Does what needs the folder of a place, which is made where it is not there yet. */
async function inFolderOf(place: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    const folder = path.dirname(place)
    await mkdir(folder, { recursive: true })
    await syncFolder(path.dirname(folder))
    await work()
  }
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}

async function writeDurably(place: string, bytes: Uint8Array): Promise<void> {
  const file = await open(place, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (fault) {
    await rm(place, { force: true })
    throw fault
  } finally {
    await file.close()
  }
}

/** A name that was given by renaming is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

async function readWhole(place: string, digest: string): Promise<Buffer> {
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  await pipeline(createReadStream(place), async (source) => {
    for await (const part of source) {
      hash.update(part)
      parts.push(part)
    }
  })
  if (hash.digest('hex') !== digest)
    throw new Error(`the file ${digest} is no longer what was kept`)
  return Buffer.concat(parts)
}
