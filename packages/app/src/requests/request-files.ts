import { createHash, randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { type SealingKey, sealBytes, unsealBytes } from '../records/seal.js'
import type { FileStore } from '../storage/file-store.js'
import type { GuardedStore } from '../storage/file-store-guard.js'
import { transact } from '../storage/transact.js'
import type { NewFile } from './add-request.js'
import type { FilePurpose } from './request.js'

export type KeepRefusal = Refusal<'requests.file-kind' | 'requests.file-too-large'>

/** A file that lies in the store sealed. */
export type KeptFile = Omit<NewFile, 'purpose' | 'digest'> & {
  /** Of the file itself, 64 hexadecimal digits. */
  readonly sha256: string
}

/** Of one file that comes with a request, and of a document that it asks for. */
const MOST_MB = 10
const MOST_MB_OF_MATERIAL = 30

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
  const kind = kindOf(name, bytes, MOST_MB)
  if (!kind.ok) return kind
  await inspect(bytes)
  const id = randomUUIDv7()
  const sealed = sealBytes(key, aboutOf(id), bytes)
  const digest = sha256Of(sealed)
  const mediaType = kind.value
  return ok({ file: { id, purpose, name, mediaType, bytes: bytes.byteLength, digest }, sealed })
}

/** Puts a document that a request asks for into the store, sealed; it may be larger than what comes with one. */
export async function keepMaterial(
  platform: Platform,
  files: Pick<GuardedStore, 'put' | 'inspect'>,
  { name, bytes, ...owner }: Omit<SentRequestFile, 'purpose'> & FileOwner,
): Promise<Result<KeptFile, KeepRefusal>> {
  const kind = kindOf(name, bytes, MOST_MB_OF_MATERIAL)
  if (!kind.ok) return kind
  await files.inspect(bytes)
  return ok({
    ...(await sealIntoStore(platform, files, owner, bytes)),
    name,
    mediaType: kind.value,
  })
}

/** The request that something is kept for, and who keeps it. */
export type FileOwner = { readonly actor: Actor; readonly requestId: string }

/** Seals bytes that belong to a request under an id of their own, and puts them into the store; written down first, so that they go when the request is erased. */
export async function sealIntoStore(
  platform: Platform,
  files: Pick<FileStore, 'put'>,
  { actor, requestId }: FileOwner,
  bytes: Uint8Array,
): Promise<Pick<KeptFile, 'id' | 'bytes' | 'sha256'>> {
  const id = randomUUIDv7()
  const sealed = sealBytes(platform.key, aboutOf(id), bytes)
  await transact(platform, actor, async ({ tx }) =>
    ok(await sql`select note_stored(${id}, ${requestId}, ${sha256Of(sealed)})`.execute(tx)),
  )
  await files.put(sealed)
  return { id, bytes: bytes.byteLength, sha256: sha256Of(bytes) }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function kindOf(name: string, bytes: Uint8Array, mostMb: number): Result<string, KeepRefusal> {
  const kind = KINDS.find(({ begins }) => begins.equals(bytes.subarray(0, begins.length)))
  if (!kind) {
    const message = `“${name}”不是可以接收的文件。请提供 PDF、JPG、PNG、Word、Excel 或者 OFD 文件。`
    return refuse('requests.file-kind', message)
  }
  if (bytes.byteLength <= mostMb * 1_000_000) return ok(kind.mediaType)
  return refuse(
    'requests.file-too-large',
    `“${name}”超过${mostMb} MB。请压缩或者分成几个文件后提供。`,
  )
}

/** The bytes of a file of a request. Throws where they are gone or cannot be opened: that is a fault of the installation. */
export async function openRequestFile(
  platform: Platform,
  files: Pick<FileStore, 'get'>,
  { id }: { readonly id: string },
): Promise<Buffer> {
  const { value: digest } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ digest: string | null }>`
      select digest_of_stored(${id}) as digest`.execute(tx)
    return ok(rows[0]?.digest)
  })
  const sealed = digest ? await files.get(digest) : null
  const bytes = sealed && unsealBytes(platform.key, aboutOf(id), sealed)
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
