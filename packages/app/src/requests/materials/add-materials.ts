import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import {
  allowOnRequest,
  findUnerased,
  type RequestErased,
  type RequestNotFound,
} from '../request.js'
import type { KeptFile } from '../request-files.js'

export type AddMaterialsRefusal =
  | RightRefusal
  | RequestNotFound
  | RequestErased
  | Refusal<'requests.file-missing' | 'requests.too-many-files'>

/** Of one request. */
const MOST = 100

/** 拟公开材料: puts the documents that a request asks for beside it, kept sealed and apart from what the applicant sent. */
export async function addMaterials(
  platform: Platform,
  actor: Actor,
  { requestId, files }: { readonly requestId: string; readonly files: readonly KeptFile[] },
): Promise<Result<null, AddMaterialsRefusal>> {
  return transact<Result<null, AddMaterialsRefusal>>(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
    if (!allowed.ok) return allowed
    const found = await findUnerased(tx, requestId)
    if (!found.ok) return found
    if (files.length === 0) return NO_FILE
    const { authorityId } = found.value
    const { count } = await tx
      .selectFrom('request_material')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('request_id', '=', requestId)
      .where('state', '<>', 'removed')
      .executeTakeFirstOrThrow()
    if (count + files.length > MOST) return TOO_MANY
    await tx
      .insertInto('request_material')
      .values(
        files.map(({ id, name, mediaType, bytes, sha256 }) => ({
          ...{ tenant_id: platform.tenantId, id, request_id: requestId, authority_id: authorityId },
          ...{ name, media_type: mediaType, bytes, sha256 },
          ...{ added_by: actor.personId, added_at: platform.now() },
        })),
      )
      .execute()
    record({
      as: allowed.value,
      name: 'requestMaterialsAdded',
      subject: { kind: 'request', id: requestId },
      authorityId,
      detail: { files: files.map(({ id, bytes, sha256 }) => ({ id, bytes, sha256 })) },
    })
    return ok(null)
  })
}

const NO_FILE = refuse('requests.file-missing', '没有收到文件。请选择拟公开的材料。')
const TOO_MANY = refuse(
  'requests.too-many-files',
  `一件申请最多放${MOST}份拟公开的材料。其余的请合并后再放入。`,
)
