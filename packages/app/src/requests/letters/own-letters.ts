import {
  type LetterText,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Platform, today } from '../../context.js'
import type { FileStore } from '../../storage/file-store.js'
import type { Schema } from '../../storage/schema.js'
import { asApplicant, type OwnRefusal, type OwnRequest } from '../own-request.js'
import type { StepRefusal } from '../record-step.js'
import { type KeptFile, openRequestFile } from '../request-files.js'
import { openSealed } from './content.js'
import { LETTER_NOT_FOUND, type LetterNotFound, type LetterRow, toLetter } from './letter.js'
import { takeArrival } from './letter-steps.js'
import { NO_LETTER_FILE } from './read-letter-file.js'
import { writeLetter } from './write-letter.js'

/** One of the letters that were sent to the applicant on the portal, with its words, to be written as a file. */
export async function readOwnLetter(
  platform: Platform,
  own: OwnRequest,
  address: string,
  letterId: string,
): Promise<
  Result<{ readonly text: LetterText; readonly on: LocalDate }, OwnRefusal | LetterNotFound>
> {
  return asApplicant<{ readonly text: LetterText; readonly on: LocalDate }, LetterNotFound>(
    platform,
    own,
    address,
    async ({ tx }, { id }) => {
      const row = await sentTo(tx, id, letterId)
      if (!row?.paper || !row.approved_on) return LETTER_NOT_FOUND
      const { files: _, ...text } = openSealed(platform, row.id, 'paper', row.paper)
      return ok({ text, on: row.approved_on })
    },
  )
}

/** One of the files that go with a letter that was sent to the applicant on the portal. */
export async function readOwnAttachment(
  platform: Platform,
  own: OwnRequest,
  address: string,
  { letterId, fileId }: { readonly letterId: string; readonly fileId: string },
  files: Pick<FileStore, 'get'>,
): Promise<
  Result<
    { readonly file: KeptFile; readonly content: Buffer },
    OwnRefusal | LetterNotFound | Refusal<'file.not-found'>
  >
> {
  const found = await asApplicant<KeptFile, LetterNotFound | Refusal<'file.not-found'>>(
    platform,
    own,
    address,
    async ({ tx }, { id }) => {
      const row = await sentTo(tx, id, letterId)
      if (!row?.paper) return LETTER_NOT_FOUND
      const all = openSealed(platform, row.id, 'paper', row.paper).files ?? []
      const file = all.find((one) => one.id === fileId)
      return file ? ok(file) : NO_LETTER_FILE
    },
  )
  if (!found.ok) return found
  return ok({ file: found.value, content: await openRequestFile(platform, files, found.value) })
}

export type ConfirmOwnRefusal =
  | OwnRefusal
  | LetterNotFound
  | StepRefusal
  | Refusal<'letter.confirmed'>

/** 确认收到: the applicant confirms that he has a letter; it is served with that day. */
export async function confirmOwnLetter(
  platform: Platform,
  own: OwnRequest,
  address: string,
  letterId: string,
): Promise<Result<null, ConfirmOwnRefusal>> {
  return asApplicant<null, LetterNotFound | StepRefusal | Refusal<'letter.confirmed'>>(
    platform,
    own,
    address,
    async (work, request) => {
      const row = await sentTo(work.tx, request.id, letterId)
      if (!row) return LETTER_NOT_FOUND
      if (row.state === 'served') return CONFIRMED
      const on = today(platform)
      const opened = { as: null, row, letter: toLetter(row) }
      const taken = await takeArrival(work, platform, null, opened, request, on)
      if (!taken.ok) return taken
      await writeLetter(work, platform, null, opened, {
        ...{ name: 'requestLetterConfirmedByApplicant', state: 'served', note: null, on },
        ...{ change: { served_on: on }, detail: { on } },
      })
      return ok(null)
    },
  )
}

/** Locked: whoever confirms twice at the same time confirms once. */
async function sentTo(
  tx: Transaction<Schema>,
  requestId: string,
  letterId: string,
): Promise<LetterRow | undefined> {
  return tx
    .selectFrom('request_letter')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('id', '=', letterId)
    .where('sent_way', '=', 'portal')
    .forUpdate()
    .executeTakeFirst()
}

const CONFIRMED = refuse('letter.confirmed', '这份文书已经确认收到，不需要再次确认。')
