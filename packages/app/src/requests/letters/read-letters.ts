import {
  type LetterText,
  type LocalDate,
  ok,
  type Result,
  type SentNotice,
  yearOf,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'
import type { KeptFile } from '../request-files.js'
import { type LetterContent, type LetterEntry, openSealed } from './content.js'
import {
  isErased,
  LETTER_ERASED,
  LETTER_NOT_FOUND,
  type LetterApprover,
  type LetterErased,
  type LetterNotFound,
  type LetterRow,
  type RequestLetter,
  toLetter,
} from './letter.js'
import { sentNotices } from './sent-notices.js'
import type { WordedLetter } from './word-letter.js'
import { codeOf, contentOf, wordedOf } from './worded.js'

/** Who consented to what now stands. */
type LetterApproval = {
  readonly role: LetterApprover
  readonly personId: string
  readonly at: Date
}

/** A file that goes with a letter. */
type LetterFile = Pick<KeptFile, 'id' | 'name' | 'mediaType' | 'bytes' | 'sha256'>

/** A letter with its words: as it would be printed today, or as it was approved. */
export type LetterView = Omit<LetterContent, 'applicants'> & {
  readonly letter: RequestLetter
  readonly text: LetterText
  /** What goes with it. */
  readonly files: readonly LetterFile[]
  /** None of what is approved: it had no error. */
  readonly findings: WordedLetter['findings']
  readonly unplaced: WordedLetter['unplaced']
  /** The last day for it as it stands now; null where there is none, and once it is sent. */
  readonly lastDay: LocalDate | null
  readonly approvals: readonly LetterApproval[]
  readonly course: readonly LetterEntry[]
}

/** The letters of a request, and those among them that asked for something, for a decision that rests on one. */
export type RequestLetters = {
  readonly letters: readonly RequestLetter[]
  readonly notices: readonly SentNotice[]
}

/** The letters of a request in the order in which they were begun, without their words. */
export async function listLetters(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<RequestLetters, RightRefusal | RequestNotFound>> {
  return transact<Result<RequestLetters, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'letter.read', requestId)
      if (!allowed.ok) return allowed
      const rows = await tx
        .selectFrom('request_letter')
        .selectAll()
        .where('request_id', '=', requestId)
        .orderBy('id')
        .execute()
      return ok({ letters: rows.map(toLetter), notices: await sentNotices(tx, requestId) })
    },
  )
}

/** One letter with its words. It names who asks, so that each reading is recorded. */
export async function readLetter(
  platform: Platform,
  actor: Actor,
  { requestId, letterId }: { readonly requestId: string; readonly letterId: string },
): Promise<Result<LetterView, RightRefusal | RequestNotFound | LetterNotFound | LetterErased>> {
  return transact<
    Result<LetterView, RightRefusal | RequestNotFound | LetterNotFound | LetterErased>
  >(platform, actor, async ({ tx, record }) => {
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
    record({
      ...{ as: allowed.value, name: 'requestLetterRead', authorityId: row.authority_id },
      subject: { kind: 'request', id: requestId },
      detail: { letterId, kind: row.kind },
    })
    return ok(await viewOf(tx, platform, row))
  })
}

async function viewOf(
  tx: Transaction<Schema>,
  platform: Platform,
  row: LetterRow,
): Promise<LetterView> {
  const { applicants: _, ...content } = contentOf(platform, row)
  const approvals = await tx
    .selectFrom('request_letter_approval')
    .select(['role', 'person_id as personId', 'approved_at as at'])
    .where('letter_id', '=', row.id)
    .where('round', '=', row.round)
    .execute()
  const words = await wordsOf(tx, platform, row)
  return {
    ...content,
    ...words,
    files: words.files,
    letter: toLetter(row),
    approvals,
    course: openSealed(platform, row.id, 'course', row.course),
  }
}

/** The words of a letter and the files that go with it, as it was approved or as it would be today. */
export async function wordsOf(tx: Transaction<Schema>, platform: Platform, row: LetterRow) {
  if (row.paper) {
    const { files = [], ...text } = openSealed(platform, row.id, 'paper', row.paper)
    return { text, files, findings: [], unplaced: [], lastDay: row.due_on }
  }
  const on = today(platform)
  const code = await codeOf(tx, row, contentOf(platform, row))
  const known = code.ok && code.value ? { code: code.value, year: yearOf(on), no: 1 } : null
  const { text, ...worded } = await wordedOf(tx, platform, row, { on, documentNumber: known })
  // Number and date are given with the last consent.
  const signature = { name: text.signature.name, date: null }
  return { ...worded, text: { ...text, documentNumber: null, signature } }
}
