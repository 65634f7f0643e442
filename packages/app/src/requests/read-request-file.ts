import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { FileStore } from '../storage/file-store.js'
import { transact } from '../storage/transact.js'
import { allowGiven } from './allow-given.js'
import type { FilePurpose, RequestNotFound } from './request.js'
import { openRequestFile } from './request-files.js'

export type RequestFileView = {
  readonly id: string
  readonly purpose: FilePurpose
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** Null where the applicant sent it. */
  readonly addedBy: string | null
  readonly addedAt: Date
}

/** What lies with a request: seen by who handles it. */
export async function listRequestFiles(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<readonly RequestFileView[], RightRefusal | RequestNotFound>> {
  return transact<Result<readonly RequestFileView[], RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowGiven(tx, actor, 'applicant.read', requestId)
      if (!allowed.ok) return allowed
      const rows = await tx
        .selectFrom('request_file')
        .selectAll()
        .where('request_id', '=', requestId)
        .where('erased_at', 'is', null)
        .orderBy('id')
        .execute()
      return ok(
        rows.map(({ id, purpose, name, media_type, bytes, added_by, added_at }) => ({
          ...{ id, purpose, name, bytes, mediaType: media_type },
          ...{ addedBy: added_by, addedAt: added_at },
        })),
      )
    },
  )
}

/** One file of a request, opened; each time the record says so. */
export async function readRequestFile(
  platform: Platform,
  actor: Actor,
  { requestId, fileId }: { readonly requestId: string; readonly fileId: string },
  files: Pick<FileStore, 'get'>,
): Promise<
  Result<
    { readonly file: RequestFileView; readonly content: Buffer },
    RightRefusal | RequestNotFound | Refusal<'file.not-found'>
  >
> {
  const found = await transact<
    Result<
      RequestFileView & { digest: string },
      RightRefusal | RequestNotFound | Refusal<'file.not-found'>
    >
  >(platform, actor, async ({ tx, record }) => {
    const allowed = await allowGiven(tx, actor, 'applicant.read', requestId)
    if (!allowed.ok) return allowed
    const row = await tx
      .selectFrom('request_file')
      .selectAll()
      .where('request_id', '=', requestId)
      .where('id', '=', fileId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!row) return NO_FILE
    record({
      as: allowed.value,
      name: 'requestFileRead',
      subject: { kind: 'request', id: requestId },
      authorityId: row.authority_id,
      detail: { fileId, purpose: row.purpose },
    })
    const { id, purpose, name, media_type, bytes, added_by, added_at, digest } = row
    const view = { id, purpose, name, bytes, mediaType: media_type, digest }
    return ok({ ...view, addedBy: added_by, addedAt: added_at })
  })
  if (!found.ok) return found
  const { digest, ...file } = found.value
  return ok({ file, content: await openRequestFile(platform, files, file) })
}

const NO_FILE = refuse('file.not-found', '没有这个文件，或您不能查看。请刷新后重新选择。')
