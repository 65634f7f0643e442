import { createHash, randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Platform } from '../context.js'
import { type SealingKey, sealBytes, unsealBytes } from '../records/seal.js'
import type { FileStore } from '../storage/file-store.js'
import type { GuardedStore } from '../storage/file-store-guard.js'
import type { NewFile } from './add-request.js'
import type { FilePurpose } from './request.js'

export type KeepRefusal = Refusal<'requests.file-kind' | 'requests.file-too-large'>

/** Of one file. */
const MOST_BYTES = 10_000_000

/** What begins so is taken; the type is told by the content, never by the name. */
// biome-ignore format: table
const KINDS: readonly { readonly mediaType: string; readonly begins: Buffer }[] = [
  { mediaType: 'application/pdf',    begins: Buffer.from('%PDF-') },
  { mediaType: 'image/jpeg',         begins: Buffer.from('ffd8ff', 'hex') },
  { mediaType: 'image/png',          begins: Buffer.from('89504e470d0a1a0a', 'hex') },
  { mediaType: 'application/zip',    begins: Buffer.from('504b0304', 'hex') },
  { mediaType: 'application/msword', begins: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
]

/** A file as it was sent, and what it is for. */
export type SentRequestFile = {
  readonly purpose: FilePurpose
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that is ready to be stored: what a request names, and the closed bytes. */
export type SealedFile = { readonly file: NewFile; readonly sealed: Buffer }

/**
 * Closes a file of a request: whoever reads the store reads no identity card. Refused where it is no document or picture; throws `FileRefused` where the guards of the store
 * refuse it.
 */
export async function sealRequestFile(
  { key }: Pick<Platform, 'key'>,
  { inspect }: Pick<GuardedStore, 'inspect'>,
  { purpose, name, bytes }: SentRequestFile,
): Promise<Result<SealedFile, KeepRefusal>> {
  const kind = KINDS.find(({ begins }) => begins.equals(bytes.subarray(0, begins.length)))
  if (!kind) {
    const message = `“${name}”不是可以接收的文件。请提供 PDF、JPG、PNG、Word、Excel 或者 OFD 文件。`
    return refuse('requests.file-kind', message)
  }
  if (bytes.byteLength > MOST_BYTES)
    return refuse('requests.file-too-large', `“${name}”超过10 MB。请压缩或者分成几个文件后提供。`)
  await inspect(bytes)
  const id = randomUUIDv7()
  const sealed = sealBytes(key, aboutOf(id), bytes)
  const digest = createHash('sha256').update(sealed).digest('hex')
  const { mediaType } = kind
  return ok({ file: { id, purpose, name, mediaType, bytes: bytes.byteLength, digest }, sealed })
}

/** The bytes of a file of a request. Throws where they are gone or cannot be opened: that is a fault of the installation. */
export async function openRequestFile(
  { key }: Pick<Platform, 'key'>,
  files: Pick<FileStore, 'get'>,
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<Buffer> {
  const sealed = await files.get(digest)
  const bytes = sealed && unsealBytes(key, aboutOf(id), sealed)
  if (!bytes) throw new Error(`file ${id} of a request cannot be opened`)
  return bytes
}

/** A file of a request sealed with another key; 'before' where it is so already, null where neither opens it. */
export function sealedFileAnew(
  { from, to }: { readonly from: SealingKey; readonly to: SealingKey },
  id: string,
  sealed: Buffer,
): Buffer | 'before' | null {
  if (unsealBytes(to, aboutOf(id), sealed)) return 'before'
  const bytes = unsealBytes(from, aboutOf(id), sealed)
  return bytes && sealBytes(to, aboutOf(id), bytes)
}

function aboutOf(id: string): string {
  return `request file ${id}`
}
