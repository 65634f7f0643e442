import { ok } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import type { FileRefusal } from '../../files/refusals.js'
import type { Pool } from '../../pool/create-pool.js'
import { defineJob, type JobSpec, type QueueJob } from '../../queue/define-job.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { openRequestFile, sealIntoStore } from '../request-files.js'
import { type MaterialResult, type MaterialRow, sealMaterial, unsealMaterial } from './material.js'
import { originalOf } from './read-materials.js'

/** What documents are made with in the background: a converter with a longer limit, and the store. */
export type CaseDeps = {
  readonly pool: Pick<Pool, 'redact' | 'fileCase' | 'run'>
  readonly files: Pick<FileStore, 'get' | 'put'>
}

export type MakeRedaction = {
  readonly requestId: string
  readonly materialId: string
  /** As it was asked for: what is made of another draft is dropped. */
  readonly version: number
}

/** The making of a redacted file. */
export const MAKE_REDACTION: JobSpec<MakeRedaction> = {
  name: 'makeRedaction',
  label: '生成遮盖件',
  retries: 2,
  backoffSeconds: 10,
  mostSeconds: 1800,
  page: ({ requestId, materialId }) => `requests/${requestId}/materials/${materialId}`,
}

/** Reading, drawing, keeping. */
const STEPS = 3

/** Makes the redacted file and its index from the draft that was asked for, unless it was changed meanwhile. */
export function makeRedactionJob({ pool, files }: CaseDeps): QueueJob<MakeRedaction> {
  return defineJob({
    ...MAKE_REDACTION,
    async run(platform, data, { actor, isLastTry, progress }) {
      const asked = await waiting(platform, actor, data)
      if (!asked) return
      await progress(0, STEPS, '正在读取文件')
      const { row, about } = asked
      const bytes = await openRequestFile(platform, files, row)
      await progress(1, STEPS, '正在逐页生成')
      const marks = unsealMaterial(platform, row, 'marks')
      const on = today(platform)
      const made = await pool.redact({
        ...{ bytes: new Uint8Array(bytes), redactions: { boxes: [], passages: [], ...marks, on } },
        index: { ...about, file: row.name },
      })
      if (!made.ok) {
        if (made.refusal.code === 'file.fault' && !isLastTry) throw new Error(made.refusal.message)
        const message = refusedWords(made.refusal)
        return keep(platform, actor, data, { ok: false, message })
      }
      await progress(2, STEPS, '正在保存')
      const { file, index, mediaType, extension, withheld, problems, kinds } = made.value
      const name = originalOf(row).name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
      const kept = async (one: Uint8Array, more: { name: string; mediaType: string }) => {
        return {
          ...(await sealIntoStore(platform, files, { actor, requestId: data.requestId }, one)),
          ...more,
        }
      }
      await keep(platform, actor, data, {
        ...{ ok: true, on, withheld, problems, kinds },
        file: await kept(file, { name: `${name}（遮盖件）.${extension}`, mediaType }),
        index: await kept(index, {
          ...{ name: `${name}不予公开内容目录.pdf`, mediaType: 'application/pdf' },
        }),
      })
      await progress(STEPS, STEPS)
    },
  })
}

/** The document as it was asked for; null where that is over. */
async function waiting(platform: Platform, actor: Actor, { materialId, version }: MakeRedaction) {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const row = await tx
      .selectFrom('request_material')
      .selectAll()
      .where('id', '=', materialId)
      .where('version', '=', version)
      .where('state', '=', 'making')
      .executeTakeFirst()
    if (!row) return ok(null)
    const about = await tx
      .selectFrom('request as r')
      .innerJoin('authority as a', (join) =>
        join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
      )
      .select(['r.number as requestNumber', 'a.name as authority'])
      .where('r.id', '=', row.request_id)
      .executeTakeFirstOrThrow()
    return ok({ row, about })
  })
  return value
}

async function keep(
  platform: Platform,
  actor: Actor,
  { materialId, version }: MakeRedaction,
  result: MaterialResult,
): Promise<void> {
  await transact(platform, actor, async ({ tx, record }) => {
    const state: MaterialRow['state'] = result.ok ? 'made' : 'failed'
    const row = await tx
      .updateTable('request_material')
      .set({
        ...{ state, result: sealMaterial(platform, materialId, 'result', result) },
        version: version + 1,
      })
      .where('id', '=', materialId)
      .where('version', '=', version)
      .where('state', '=', 'making')
      .returning(['request_id', 'authority_id'])
      .executeTakeFirst()
    if (row)
      record({
        ...{ as: null, name: result.ok ? 'requestRedactionMade' : 'requestRedactionFailed' },
        subject: { kind: 'request', id: row.request_id },
        authorityId: row.authority_id,
        detail: {
          materialId,
          ...(result.ok && { sha256: result.file.sha256, withheld: result.withheld.length }),
        },
      })
    return ok(null)
  })
}

/** The limits of converters speak of annual reports. */
export function refusedWords({
  code,
  message,
}: {
  readonly code: string
  readonly message: string
}) {
  return (OWN_WORDS as Readonly<Record<string, string>>)[code] ?? message
}

// biome-ignore format: table
const OWN_WORDS = {
  'file.too-slow':  '处理的时间过长，已经停止。请将文件拆分为几个后分别处理。',
  'file.too-heavy': '处理需要的内存过多，已经停止。请将文件拆分为几个后分别处理。',
  'file.fault':     '处理这个文件时系统出错，没有得到结果。请重新生成；仍然出错的，请将文件另存为 PDF 后重新提供，或者联系系统管理员。',
} as const satisfies Partial<Record<FileRefusal['code'], string>>
