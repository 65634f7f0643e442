import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import { type KeptFile, openRequestFile } from '../request-files.js'
import {
  findMaterial,
  type Marks,
  type Material,
  type MaterialNotFound,
  type MaterialRef,
  type MaterialResult,
  type MaterialRow,
  toMaterial,
  unsealMaterial,
} from './material.js'

/** A document with what is withheld of it and what was made. */
export type MaterialView = {
  readonly material: Material
  readonly marks: Marks
  readonly result: MaterialResult | null
}

/** The documents that a request asks for, in the order in which they were put to it. */
export async function listMaterials(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly Material[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly Material[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'letter.read', requestId)
      if (!allowed.ok) return allowed
      const rows = await tx
        .selectFrom('request_material')
        .selectAll()
        .where('request_id', '=', requestId)
        .where('state', '<>', 'removed')
        .orderBy('id')
        .execute()
      return ok(rows.map(toMaterial))
    },
  )
}

const NO_MARKS: Marks = { boxes: [], passages: [] }

/** One document with what is withheld of it, for whoever handles the request. */
export async function readMaterial(
  platform: Platform,
  actor: Actor,
  wanted: Pick<MaterialRef, 'requestId' | 'materialId'>,
): Promise<Result<MaterialView, RightRefusal | RequestNotFound | MaterialNotFound>> {
  return transact<Result<MaterialView, RightRefusal | RequestNotFound | MaterialNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.handle', wanted.requestId)
      if (!allowed.ok) return allowed
      const found = await findMaterial(tx, wanted)
      if (!found.ok) return found
      return ok({
        material: toMaterial(found.value),
        marks: unsealMaterial(platform, found.value, 'marks') ?? NO_MARKS,
        result: unsealMaterial(platform, found.value, 'result'),
      })
    },
  )
}

export type OpenMaterialFile = Pick<MaterialRef, 'requestId' | 'materialId'> & {
  /** The document, what was made of it, or the index of what is withheld. */
  readonly which: 'original' | 'file' | 'index'
  /** Shown page by page on the screen on which it is worked on; a file that is taken away is recorded. */
  readonly isShown: boolean
}

/** The bytes of a document, of its redacted file or of the index, for whoever handles the request. */
export async function openMaterialFile(
  platform: Platform,
  actor: Actor,
  { which, isShown, ...wanted }: OpenMaterialFile,
  files: Pick<FileStore, 'get'>,
): Promise<
  Result<
    { readonly file: KeptFile; readonly content: Buffer },
    RightRefusal | RequestNotFound | MaterialNotFound | Refusal<'material.not-made'>
  >
> {
  const found = await transact<
    Result<
      KeptFile,
      RightRefusal | RequestNotFound | MaterialNotFound | Refusal<'material.not-made'>
    >
  >(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOnRequest(tx, actor, 'request.handle', wanted.requestId)
    if (!allowed.ok) return allowed
    const row = await findMaterial(tx, wanted)
    if (!row.ok) return row
    const file = fileOf(platform, row.value, which)
    if (!file) return NOT_MADE
    if (!isShown)
      record({
        ...{ as: allowed.value, name: 'requestMaterialRead', authorityId: row.value.authority_id },
        subject: { kind: 'request', id: wanted.requestId },
        detail: { materialId: wanted.materialId, which },
      })
    return ok(file)
  })
  if (!found.ok) return found
  return ok({ file: found.value, content: await openRequestFile(platform, files, found.value) })
}

function fileOf(
  platform: Platform,
  row: MaterialRow,
  which: OpenMaterialFile['which'],
): KeptFile | null {
  if (which === 'original') return originalOf(row)
  const result = unsealMaterial(platform, row, 'result')
  return result?.ok ? result[which] : null
}

/** The document as it came. */
export function originalOf({ id, name, media_type, bytes, sha256 }: MaterialRow): KeptFile {
  return { id, name, mediaType: media_type, bytes, sha256 }
}

const NOT_MADE = refuse(
  'material.not-made',
  '还没有生成遮盖件，或者遮盖内容有改动。请重新生成后再下载。',
)
