import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  type CopiedTable,
  FORMAT,
  fileName,
  MANIFEST,
  MANIFEST_DIGEST,
  type Manifest,
  partName,
} from './manifest.js'
import { readPart, readTar, TornArchive } from './tar.js'
import { sha256 } from './write-archive.js'

/** A copy whose every part was found to be what the manifest says. */
export type Archive = {
  readonly manifest: Manifest
  /** The rows of a table, part by part. */
  readonly rows: (table: CopiedTable) => AsyncGenerator<Buffer>
  readonly files: () => AsyncGenerator<{ readonly digest: string; readonly bytes: Buffer }>
  readonly close: () => Promise<void>
}

export type ArchiveRefusal = Refusal<
  'backup.unreadable' | 'backup.not-one' | 'backup.damaged' | 'backup.newer'
>

/** Opens the copy in `file` after reading all of it once and holding every digest against it; refused by the name of the first part that is not what it was. */
export async function openArchive(file: string): Promise<Result<Archive, ArchiveRefusal>> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return unreadable(file)
  const archive = await check(handle).catch(damage)
  if (!archive.ok) await handle.close()
  return archive
}

type Place = { readonly at: number; readonly size: number }

type Seen = {
  readonly places: Map<string, Place>
  readonly hashes: Map<string, Hash>
}

async function check(handle: FileHandle): Promise<Result<Archive, ArchiveRefusal>> {
  const seen: Seen = { places: new Map(), hashes: new Map() }
  for await (const { name, at, bytes } of readTar(handle)) {
    seen.places.set(name, { at, size: bytes.length })
    await checkEntry(name, bytes, seen)
  }
  const read = (name: string) => readEntry(handle, seen.places, name)
  const text = await read(MANIFEST)
  if ((await read(MANIFEST_DIGEST)).toString() !== `${sha256(text)}  ${MANIFEST}\n`)
    return damaged(MANIFEST)
  const manifest: Manifest = JSON.parse(text.toString())
  if (manifest.format !== FORMAT) return NEWER
  const wrong = missing(manifest, seen)
  if (wrong !== null) return damaged(wrong)
  return ok({
    manifest,
    async *rows({ name, parts }) {
      for (let number = 1; number <= parts; number++)
        yield promisify(gunzip)(await read(partName(name, number)))
    },
    async *files() {
      for (const digest of manifest.files) yield { digest, bytes: await read(fileName(digest)) }
    },
    close: () => handle.close(),
  })
}

/** A file is held against its name at once; the rows of a table are gathered into the digest of the table. */
async function checkEntry(name: string, bytes: Buffer, { hashes }: Seen): Promise<void> {
  const [folder, table = ''] = name.split('/')
  if (folder === 'files' && sha256(bytes) !== path.posix.basename(name)) throw new Changed(name)
  if (folder !== 'tables') return
  const rows = await promisify(gunzip)(bytes).catch(() => {
    throw new Changed(name)
  })
  const hash = hashes.get(table) ?? createHash('sha256')
  hashes.set(table, hash.update(rows))
}

/** The first name that the manifest has and the archive has not, or has otherwise. */
function missing({ tables, jobs, files }: Manifest, { places, hashes }: Seen): string | null {
  for (const { name, parts, sha256 } of [...tables, ...jobs]) {
    for (let number = 1; number <= parts; number++)
      if (!places.has(partName(name, number))) return partName(name, number)
    const hash = hashes.get(name) ?? createHash('sha256')
    if (hash.digest('hex') !== sha256) return `tables/${name}`
  }
  return files.map(fileName).find((name) => !places.has(name)) ?? null
}

async function readEntry(
  handle: FileHandle,
  places: ReadonlyMap<string, Place>,
  name: string,
): Promise<Buffer> {
  const place = places.get(name)
  const bytes = place && (await readPart(handle, place.at, place.size))
  if (!bytes) throw new Changed(name)
  return bytes
}

/** An entry that is not what it was when the copy was made. */
class Changed extends Error {
  constructor(readonly entry: string) {
    super(`${entry} is damaged`)
  }
}

function damage(fault: unknown): Result<never, ArchiveRefusal> {
  if (fault instanceof Changed) return damaged(fault.entry)
  if (!(fault instanceof TornArchive)) throw fault
  return fault.after === null ? NOT_ONE : damaged(`${fault.after} 之后`)
}

function damaged(part: string) {
  return refuse(
    'backup.damaged',
    `备份文件已损坏或不完整（${part}），没有恢复任何内容。请改用另一份备份，或重新复制这份备份后再试。`,
  )
}

function unreadable(file: string) {
  return refuse('backup.unreadable', `无法读取备份文件“${file}”。请核对文件名和读取权限。`)
}

const NOT_ONE = refuse(
  'backup.not-one',
  '这不是本系统的备份文件，或者文件开头已损坏。请核对文件名，或改用另一份备份。',
)
/** The copy was made by a later version of the program. */
export const NEWER = refuse(
  'backup.newer',
  '这份备份由更新的版本制作，本版本不能恢复。请先升级程序，再恢复。',
)
