import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { GivenFile } from '../files/read-file.js'
import type { RightRefusal } from '../rights/allow.js'
import type { FileStore } from '../storage/file-store.js'
import { transact } from '../storage/transact.js'
import { allowOnPast, type PastNotFound } from './allow-on-past.js'

/** The bytes of one file of the queue as it came in, under its own name without folders. */
export async function readPastFile(
  platform: Platform,
  actor: Actor,
  itemId: string,
  files: Pick<FileStore, 'get'>,
): Promise<Result<GivenFile, RightRefusal | PastNotFound | Refusal<'past.file-missing'>>> {
  const opened = await transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnPast(tx, actor, 'past.read', itemId)
    if (!allowed.ok) return allowed
    const items = tx.selectFrom('past_item').select(['file', 'digest']).where('id', '=', itemId)
    return ok(await items.executeTakeFirstOrThrow())
  })
  if (!opened.ok) return opened
  const { file, digest } = opened.value
  const bytes = await files.get(digest)
  return bytes ? ok({ name: file.split('/').at(-1) ?? file, bytes }) : MISSING
}

const MISSING = refuse(
  'past.file-missing',
  '没有找到这个文件的原件。请重新上传，或者请系统管理员从备份恢复。',
)
