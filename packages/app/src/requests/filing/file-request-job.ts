import type { FiledCase } from '@gongkai/documents'
import { ok } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import { defineJob, type JobSpec, type QueueJob } from '../../queue/define-job.js'
import { transact } from '../../storage/transact.js'
import { type CaseDeps, refusedWords } from '../materials/make-redaction.js'
import { openRequestFile, sealIntoStore } from '../request-files.js'
import { type FilingResult, type GatheredCase, sealFiling, unsealFiling } from './filing.js'

export type FileRequest = { readonly requestId: string; readonly no: number }

/** The making of a case. */
export const FILE_REQUEST: JobSpec<FileRequest> = {
  name: 'fileRequest',
  label: '生成案卷',
  retries: 2,
  backoffSeconds: 10,
  mostSeconds: 3600,
  page: ({ requestId }) => `requests/${requestId}`,
}

/** Makes the case that was gathered: letters are written, files are opened, both become one document and one package. */
export function fileRequestJob({ pool, files }: CaseDeps): QueueJob<FileRequest> {
  return defineJob({
    ...FILE_REQUEST,
    async run(platform, data, { actor, isLastTry, progress }) {
      const gathered = await waiting(platform, actor, data)
      if (!gathered) return
      const steps = gathered.parts.length + 2
      const parts: FiledCase['parts'][number][] = []
      for (const part of gathered.parts) {
        await progress(parts.length, steps, '正在汇集文书和材料')
        parts.push(await filled(platform, { pool, files }, part))
      }
      await progress(parts.length, steps, '正在排印案卷')
      const made = await pool.fileCase({ ...gathered, parts })
      if (!made.ok) {
        if (made.refusal.code === 'file.fault' && !isLastTry) throw new Error(made.refusal.message)
        const message = refusedWords(made.refusal)
        return keep(platform, actor, data, { ok: false, message }, gathered)
      }
      await progress(steps - 1, steps, '正在保存')
      const { printed, packed, problems } = made.value
      const name = `案卷${gathered.number}-${data.no}`
      const owner = { actor, requestId: data.requestId }
      const result: FilingResult = {
        ok: true,
        printed: {
          ...(await sealIntoStore(platform, files, owner, printed)),
          ...{ name: `${name}.pdf`, mediaType: 'application/pdf' },
        },
        packed: {
          ...(await sealIntoStore(platform, files, owner, packed)),
          ...{ name: `${name}.zip`, mediaType: 'application/zip' },
        },
        problems,
      }
      await keep(platform, actor, data, result, gathered)
      await progress(steps, steps)
    },
  })
}

async function filled(
  platform: Platform,
  { pool, files }: CaseDeps,
  { letter, ...part }: GatheredCase['parts'][number],
): Promise<FiledCase['parts'][number]> {
  const opened = []
  if (letter) {
    const written = await pool.run({
      kind: 'letter',
      letter: letter.text,
      to: 'pdf',
      on: letter.on,
    })
    if (!written.ok) throw new Error(written.refusal.message)
    const { bytes, name } = written.value
    opened.push({ name: name ?? '文书.pdf', bytes, isPrinted: false })
  }
  for (const { name, isPrinted, ...file } of part.files) {
    const bytes = new Uint8Array(await openRequestFile(platform, files, file))
    opened.push({ name, bytes, isPrinted })
  }
  return { ...part, files: opened }
}

/** The case as it was gathered; null where it was made already. */
async function waiting(platform: Platform, actor: Actor, { requestId, no }: FileRequest) {
  const { value } = await transact(platform, actor, async ({ tx }) =>
    ok(
      await tx
        .selectFrom('request_filing')
        .select(['request_id', 'no', 'content'])
        .where('request_id', '=', requestId)
        .where('no', '=', no)
        .executeTakeFirst(),
    ),
  )
  return value ? unsealFiling(platform, value, 'content') : null
}

/** Keeps what was made. The request is filed with it, unless something was added to its case meanwhile. */
async function keep(
  platform: Platform,
  actor: Actor,
  { requestId, no }: FileRequest,
  result: FilingResult,
  { filedOn }: GatheredCase,
): Promise<void> {
  await transact(platform, actor, async ({ tx, record }) => {
    // Held first, as whoever adds something holds it first too.
    const request = await tx
      .selectFrom('request')
      .select(['version', 'authority_id'])
      .where('id', '=', requestId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const filing = await tx
      .updateTable('request_filing')
      .set({
        ...{ state: result.ok ? 'filed' : 'failed', content: null },
        result: sealFiling(platform, { request_id: requestId, no }, 'result', result),
        ...(result.ok && { filed_on: filedOn }),
      })
      .where('request_id', '=', requestId)
      .where('no', '=', no)
      .where('state', '=', 'making')
      .returning('outdated')
      .executeTakeFirst()
    if (!filing) return ok(null)
    if (result.ok && !filing.outdated)
      await tx
        .updateTable('request')
        .set({ filed_on: filedOn, version: request.version + 1 })
        .where('id', '=', requestId)
        .execute()
    record({
      ...{ as: null, name: result.ok ? 'requestFiled' : 'requestFilingFailed' },
      subject: { kind: 'request', id: requestId },
      authorityId: request.authority_id,
      detail: {
        no,
        ...(result.ok && { printed: result.printed.sha256, packed: result.packed.sha256 }),
      },
    })
    return ok(null)
  })
}
