import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { JobSpec } from '../queue/define-job.js'
import { enqueue } from '../queue/enqueue.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'

export type StartImport = {
  /** Whose queue it is: its own reports and those of the authorities below it. */
  readonly authorityId: string
  /** Their bytes are in the file store under these digests. */
  readonly files: readonly { readonly name: string; readonly digest: string }[]
}

/** `itemId`: only this file of the import, once more. */
export type ReadPast = { readonly importId: string; readonly itemId?: string }

/** The reading of what came in. */
export const READ_PAST: JobSpec<ReadPast> = {
  name: 'readPastReports',
  label: '识别历年报告',
  retries: 3,
  backoffSeconds: 10,
  mostSeconds: 3600,
  page: () => 'past',
}

/** A county with 120 authorities has fewer in ten years; a statement takes 65 535 values. */
const MOST_FILES = 2000

/** 导入历年报告: takes files of reports of years past into the queue, to be read in the background. */
export async function startImport(
  platform: Platform,
  actor: Actor,
  { authorityId, files }: StartImport,
): Promise<
  Result<
    { readonly importId: string; readonly jobId: string },
    RightRefusal | Refusal<'past.no-files' | 'past.too-many'>
  >
> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allow(tx, actor, 'past.import', authorityId)
    if (!allowed.ok) return allowed
    if (files.length === 0) return NO_FILES
    if (files.length > MOST_FILES) return TOO_MANY
    const importId = randomUUIDv7()
    const jobId = await enqueue(tx, READ_PAST, { importId })
    const key = { tenant_id: platform.tenantId, authority_id: authorityId }
    const asked = { asked_by: actor.personId, asked_at: platform.now(), job_id: jobId }
    await tx
      .insertInto('past_import')
      .values({ ...key, id: importId, ...asked })
      .execute()
    // In the order in which they were given: the queue is listed by ids.
    const ids = files.map(() => randomUUIDv7()).toSorted()
    const rows = files.map(({ name, digest }, at) => ({
      ...{ ...key, id: ids[at] ?? '', import_id: importId, file: name, digest },
      ...{ state: 'waiting', doubts: '[]', proposals: '[]' },
    }))
    await tx.insertInto('past_item').values(rows).execute()
    record({
      as: allowed.value,
      name: 'pastImportStarted',
      subject: { kind: 'pastImport', id: importId },
      authorityId,
      detail: { files: files.length, jobId },
    })
    return ok({ importId, jobId })
  })
}

const NO_FILES = refuse(
  'past.no-files',
  '没有可以导入的文件。请选择历年报告的文件、文件夹或者压缩包。',
)
const TOO_MANY = refuse('past.too-many', `一次最多导入${MOST_FILES}个文件。请分批导入。`)
