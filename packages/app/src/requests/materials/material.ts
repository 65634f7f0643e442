import type { Passage, RedactionBox, Withheld } from '@gongkai/documents'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Actor, Holding, Platform } from '../../context.js'
import { seal, unseal } from '../../records/seal.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import type { KeptFile } from '../request-files.js'
import { refuseUsed, type UsedRefusal } from './used.js'

/**
 * Where a document stands that a request asks for. `open`: nobody decided yet, or what is withheld changed; `made`: a redacted file is there
 * and nobody looked at it; `checked`: it was looked at; `whole`: it is given as it is. Only the last two can go with a letter.
 */
export type MaterialState = 'open' | 'making' | 'failed' | 'made' | 'checked' | 'whole' | 'removed'

/** What is to be withheld of a document, as it is drafted. */
export type Marks = {
  readonly boxes: readonly RedactionBox[]
  readonly passages: readonly Passage[]
}

/** What became of a making. */
export type MaterialResult =
  | {
      readonly ok: true
      readonly on: LocalDate
      readonly file: KeptFile
      /** 不予公开内容目录. */
      readonly index: KeptFile
      readonly withheld: readonly Withheld[]
      /** What the officer must look at before it goes out. */
      readonly problems: readonly string[]
      /** The kind of each; left out of what was made before kinds were kept. */
      readonly kinds?: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

/** A document that a request asks for, without its content. */
export type Material = {
  readonly id: string
  readonly requestId: string
  readonly authorityId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly state: MaterialState
  /** The making that was asked for last. */
  readonly jobId: string | null
  readonly addedAt: Date
  readonly checkedBy: string | null
  readonly checkedAt: Date | null
  readonly version: number
}

/** A document and the version of it that was on the screen. */
export type MaterialRef = {
  readonly requestId: string
  readonly materialId: string
  readonly version: number
}

export type MaterialNotFound = Refusal<'material.not-found'>
/** Somebody else was faster: what stands now goes with it. */
type MaterialChanged = Refusal<'material.changed'> & { readonly present: Material }
export type OpenMaterialRefusal =
  | RightRefusal
  | RequestNotFound
  | MaterialNotFound
  | MaterialChanged
  | UsedRefusal
  | Refusal<'material.wrong-state'>

const MATERIAL_NOT_FOUND = refuse(
  'material.not-found',
  '没有这份材料，或您不能查看。请刷新后重新选择。',
)

export type MaterialRow = Selectable<Schema['request_material']>

/** The document of this id as far as who asks may see it. */
export async function findMaterial(
  tx: Transaction<Schema>,
  { requestId, materialId }: Pick<MaterialRef, 'requestId' | 'materialId'>,
): Promise<Result<MaterialRow, MaterialNotFound>> {
  const row = await tx
    .selectFrom('request_material')
    .selectAll()
    .where('id', '=', materialId)
    .where('request_id', '=', requestId)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  return row ? ok(row) : MATERIAL_NOT_FOUND
}

/**
 * Opens a document to change it, locked: the right, the version, one of `states`, and that no letter that is being consented to or was
 * approved rests on it.
 */
export async function openMaterial(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor,
  { requestId, materialId, version }: MaterialRef,
  states: readonly MaterialState[],
): Promise<Result<{ readonly as: Holding; readonly row: MaterialRow }, OpenMaterialRefusal>> {
  const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
  if (!allowed.ok) return allowed
  const row = await tx
    .selectFrom('request_material')
    .selectAll()
    .where('id', '=', materialId)
    .where('request_id', '=', requestId)
    .where('state', '<>', 'removed')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return MATERIAL_NOT_FOUND
  if (row.version !== version) return changed(toMaterial(row))
  const used = await refuseUsed(tx, platform, row)
  if (used) return used
  if (states.includes(row.state)) return ok({ as: allowed.value, row })
  return refuse(
    'material.wrong-state',
    `“${row.name}”现在是“${STATES[row.state]}”，不能这样办理。请刷新后查看。`,
  )
}

// biome-ignore format: table
const STATES: Readonly<Record<MaterialState, string>> = {
  open:    '尚未处理',
  making:  '正在生成遮盖件',
  failed:  '没有生成遮盖件',
  made:    '遮盖件待核对',
  checked: '遮盖件已核对',
  whole:   '全文公开',
  removed: '已移除',
}

function changed(present: Material): { ok: false; refusal: MaterialChanged } {
  const message = `“${present.name}”已由他人处理，本次没有保存。请对照现在的情况，确认后重新提交。`
  return { ok: false, refusal: { code: 'material.changed', message, present } }
}

/** A row as it is told. */
export function toMaterial(row: MaterialRow): Material {
  return {
    ...{ id: row.id, requestId: row.request_id, authorityId: row.authority_id, name: row.name },
    ...{
      mediaType: row.media_type,
      bytes: row.bytes,
      state: row.state,
      jobId: row.job_id,
      addedAt: row.added_at,
    },
    ...{ checkedBy: row.checked_by, checkedAt: row.checked_at, version: row.version },
  }
}

type Kept = { readonly marks: Marks; readonly result: MaterialResult }

/** A part of a document's row as it is kept: it may name whom the document is about. */
export function sealMaterial<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  id: string,
  part: P,
  value: Kept[P],
): Buffer {
  return seal(key, `request material ${part} ${id}`, JSON.stringify(value))
}

/** What {@link sealMaterial} closed; null where there is none. Throws where the key is another. */
export function unsealMaterial<P extends keyof Kept>(
  { key }: Pick<Platform, 'key'>,
  row: Pick<MaterialRow, 'id' | P>,
  part: P,
): Kept[P] | null {
  const sealed = row[part]
  if (sealed === null) return null
  const text = unseal(key, `request material ${part} ${row.id}`, sealed as Buffer)
  if (text === null) throw new Error(`the ${part} of material ${row.id} cannot be opened`)
  // Written by `sealMaterial` alone.
  return JSON.parse(text) as Kept[P]
}
