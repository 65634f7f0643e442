import { refuseGrounds } from '@gongkai/documents'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Updateable } from 'kysely'
import type { Actor, Holding, Platform } from '../../context.js'
import { enqueue } from '../../queue/enqueue.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { MAKE_REDACTION } from './make-redaction.js'
import {
  type Marks,
  type Material,
  type MaterialRef,
  type MaterialRow,
  type OpenMaterialRefusal,
  openMaterial,
  sealMaterial,
  toMaterial,
  unsealMaterial,
} from './material.js'

export type SaveMarksRefusal =
  | OpenMaterialRefusal
  | Refusal<'redact.ground' | 'material.too-many-marks'>

/** Of one document. */
const MOST_MARKS = 2000

/** 保存遮盖稿: what is to be withheld of a document, each part with its ground. What was made before is gone with it: it showed another draft. */
export async function saveMarks(
  platform: Platform,
  actor: Actor,
  { marks, ...ref }: MaterialRef & { readonly marks: Marks },
): Promise<Result<Material, SaveMarksRefusal>> {
  return transact<Result<Material, SaveMarksRefusal>>(platform, actor, async (work) => {
    // Also while it is being made: what comes of that is not of this draft, and is dropped.
    const states = ['open', 'making', 'failed', 'made', 'checked'] as const
    const opened = await openMaterial(work.tx, platform, actor, ref, states)
    if (!opened.ok) return opened
    const all = [...marks.boxes, ...marks.passages]
    const wrong = refuseGrounds(all)
    if (wrong) return wrong
    if (all.length > MOST_MARKS) return TOO_MANY
    const { row } = opened.value
    return ok(
      await write(work, opened.value, 'requestMarksSaved', {
        ...{ state: 'open', result: null, ...UNCHECKED },
        marks: all.length > 0 ? sealMaterial(platform, row.id, 'marks', marks) : null,
      }),
    )
  })
}

export type DecideMaterialRefusal = OpenMaterialRefusal

/** What is decided of a document without withholding a part of it. */
export type MaterialDecision = 'whole' | 'open' | 'removed'

/** 全文公开、恢复处理、移除: a document goes out as it is, does not after all, or does not belong to the request. */
export async function decideMaterial(
  platform: Platform,
  actor: Actor,
  { decision, ...ref }: MaterialRef & { readonly decision: MaterialDecision },
): Promise<Result<Material, DecideMaterialRefusal>> {
  return transact<Result<Material, DecideMaterialRefusal>>(platform, actor, async (work) => {
    const states =
      decision === 'open'
        ? (['whole'] as const)
        : ([
            'open',
            'failed',
            'made',
            'checked',
            ...(decision === 'removed' ? (['whole'] as const) : []),
          ] as const)
    const opened = await openMaterial(work.tx, platform, actor, ref, states)
    if (!opened.ok) return opened
    const checked =
      decision === 'whole' ? { checked_by: actor.personId, checked_at: platform.now() } : UNCHECKED
    return ok(
      await write(work, opened.value, EVENTS[decision], {
        ...{ state: decision, result: null, ...checked },
      }),
    )
  })
}

// biome-ignore format: table
const EVENTS: Readonly<Record<MaterialDecision, string>> = {
  whole:   'requestMaterialWhole',
  open:    'requestMaterialReopened',
  removed: 'requestMaterialRemoved',
}

/** 生成遮盖件: asks for the redacted file to be made in the background. */
export async function makeRedaction(
  platform: Platform,
  actor: Actor,
  ref: MaterialRef,
): Promise<Result<Material, OpenMaterialRefusal | Refusal<'redact.nothing'>>> {
  return transact<Result<Material, OpenMaterialRefusal | Refusal<'redact.nothing'>>>(
    platform,
    actor,
    async (work) => {
      const states = ['open', 'failed', 'made', 'checked'] as const
      const opened = await openMaterial(work.tx, platform, actor, ref, states)
      if (!opened.ok) return opened
      const { row } = opened.value
      if (row.marks === null) return NO_MARKS
      const data = { requestId: row.request_id, materialId: row.id, version: row.version + 1 }
      const jobId = await enqueue(work.tx, MAKE_REDACTION, data)
      return ok(
        await write(work, opened.value, 'requestRedactionAsked', {
          ...{ state: 'making', job_id: jobId, result: null, ...UNCHECKED },
        }),
      )
    },
  )
}

export type CheckRedactionRefusal = OpenMaterialRefusal | Refusal<'material.not-seen'>

/** 核对遮盖件: an officer has looked at what was made and at everything that it asks to be looked at; `seen` is how many such things. */
export async function checkRedaction(
  platform: Platform,
  actor: Actor,
  { seen, ...ref }: MaterialRef & { readonly seen: number },
): Promise<Result<Material, CheckRedactionRefusal>> {
  return transact<Result<Material, CheckRedactionRefusal>>(platform, actor, async (work) => {
    const opened = await openMaterial(work.tx, platform, actor, ref, ['made'])
    if (!opened.ok) return opened
    const { row } = opened.value
    const result = unsealMaterial(platform, row, 'result')
    if (!result?.ok) throw new Error(`material ${row.id} was made and is not there`)
    if (seen !== result.problems.length) return NOT_SEEN
    return ok(
      await write(work, opened.value, 'requestRedactionChecked', {
        ...{ state: 'checked', checked_by: actor.personId, checked_at: platform.now() },
      }),
    )
  })
}

const UNCHECKED = { checked_by: null, checked_at: null } as const

async function write(
  { tx, record }: Work,
  { as, row }: { readonly as: Holding; readonly row: MaterialRow },
  name: string,
  change: Omit<Updateable<Schema['request_material']>, 'version'>,
): Promise<Material> {
  const after = await tx
    .updateTable('request_material')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  record({
    ...{ as, name, subject: { kind: 'request', id: row.request_id } },
    authorityId: row.authority_id,
    detail: { materialId: row.id, state: { before: row.state, after: after.state } },
  })
  return toMaterial(after)
}

const TOO_MANY = refuse(
  'material.too-many-marks',
  `一份材料最多遮盖${MOST_MARKS}处。请合并相邻的遮盖，或者拆分文件。`,
)
const NO_MARKS = refuse(
  'redact.nothing',
  '没有指定要遮盖的内容。请先标出要遮盖的位置并登记依据；不需要遮盖的，请选择“全文公开”。',
)
const NOT_SEEN = refuse('material.not-seen', '遮盖件有需要核对的事项。请逐项核对并勾选后再确认。')
