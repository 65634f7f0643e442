import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { addFiles, type NewFile } from './add-request.js'
import { allowGiven } from './allow-given.js'
import { findUnerased, type RequestErased, type RequestNotFound } from './request.js'

export type AddFileRefusal =
  | RightRefusal
  | RequestNotFound
  | RequestErased
  | Refusal<'requests.file-missing' | 'requests.too-many-files'>

/** Of one request; more is put into an archive. */
const MOST = 100

/** 附上材料: puts files that were kept sealed to a request: the scan of the letter, the proof of posting, what whoever was given a share of the work found. */
export async function addRequestFiles(
  platform: Platform,
  actor: Actor,
  { requestId, files }: { readonly requestId: string; readonly files: readonly NewFile[] },
): Promise<Result<null, AddFileRefusal>> {
  return transact<Result<null, AddFileRefusal>>(platform, actor, async ({ tx, record }) => {
    const allowed = await allowGiven(tx, actor, 'request.handle', requestId)
    if (!allowed.ok) return allowed
    const found = await findUnerased(tx, requestId)
    if (!found.ok) return found
    if (files.length === 0) return NO_FILE
    const { authorityId } = found.value
    const { count } = await tx
      .selectFrom('request_file')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow()
    if (count + files.length > MOST) return TOO_MANY
    await addFiles(tx, platform, { requestId, authorityId }, files, actor.personId)
    record({
      as: allowed.value,
      name: 'requestFilesAdded',
      subject: { kind: 'request', id: requestId },
      authorityId,
      detail: { files: files.map(({ purpose, bytes, digest }) => ({ purpose, bytes, digest })) },
    })
    return ok(null)
  })
}

const NO_FILE = refuse('requests.file-missing', '没有收到文件。请选择要附上的文件。')
const TOO_MANY = refuse(
  'requests.too-many-files',
  `一件申请最多附${MOST}个文件。其余的请合并为一个文件后附上。`,
)
