import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { FileStore } from '../../storage/file-store.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import { type KeptFile, openRequestFile } from '../request-files.js'
import {
  isErased,
  LETTER_ERASED,
  LETTER_NOT_FOUND,
  type LetterErased,
  type LetterNotFound,
} from './letter.js'
import { wordsOf } from './read-letters.js'

export type ReadLetterFileRefusal =
  | RightRefusal
  | RequestNotFound
  | LetterNotFound
  | LetterErased
  | Refusal<'file.not-found'>

/** One of the files that go with a letter, for whoever handles it or consents to it; each time the record says so. */
export async function readLetterFile(
  platform: Platform,
  actor: Actor,
  {
    requestId,
    letterId,
    fileId,
  }: { readonly requestId: string; readonly letterId: string; readonly fileId: string },
  files: Pick<FileStore, 'get'>,
): Promise<Result<{ readonly file: KeptFile; readonly content: Buffer }, ReadLetterFileRefusal>> {
  const found = await transact<Result<KeptFile, ReadLetterFileRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allowOnRequest(tx, actor, 'letter.read', requestId)
      if (!allowed.ok) return allowed
      const row = await tx
        .selectFrom('request_letter')
        .selectAll()
        .where('id', '=', letterId)
        .where('request_id', '=', requestId)
        .executeTakeFirst()
      if (!row) return LETTER_NOT_FOUND
      if (isErased(row)) return LETTER_ERASED
      const file = (await wordsOf(tx, platform, row)).files.find(({ id }) => id === fileId)
      if (!file) return NO_LETTER_FILE
      record({
        ...{ as: allowed.value, name: 'requestLetterFileRead', authorityId: row.authority_id },
        subject: { kind: 'request', id: requestId },
        detail: { letterId, fileId },
      })
      return ok(file)
    },
  )
  if (!found.ok) return found
  return ok({ file: found.value, content: await openRequestFile(platform, files, found.value) })
}

export const NO_LETTER_FILE = refuse(
  'file.not-found',
  '这份文书没有这个附件，或者附件已经更换。请刷新后重新选择。',
)
