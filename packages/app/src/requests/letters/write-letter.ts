import type { LocalDate } from '@gongkai/law'
import type { Updateable } from 'kysely'
import { type Platform, today } from '../../context.js'
import type { NewEvent } from '../../records/event.js'
import type { Schema } from '../../storage/schema.js'
import type { Work } from '../../storage/transact.js'
import { type LetterEntry, openSealed, sealLetter } from './content.js'
import { type LetterState, type OpenedLetter, type RequestLetter, toLetter } from './letter.js'

/** What is done with a letter. */
type Done = {
  /** Of the event. Nothing personal stands in it: the words of whoever did it are in the course of the letter. */
  readonly name: string
  readonly state: LetterState
  readonly note: string | null
  /** The day on which it happened; today where none is given. */
  readonly on?: LocalDate
  /** What was registered before, where that is put right. */
  readonly corrected?: LetterEntry['corrected']
  readonly change?: Omit<Updateable<Schema['request_letter']>, 'version' | 'state' | 'course'>
  readonly detail?: NewEvent['detail']
}

/** Writes what is done with a locked letter, as its next version, its course and its event. `by` is null where the applicant did it. */
export async function writeLetter(
  { tx, record }: Work,
  platform: Platform,
  by: string | null,
  { as, row, letter }: Omit<OpenedLetter, 'as'> & { readonly as: OpenedLetter['as'] | null },
  { name, state, note, on = today(platform), corrected, change = {}, detail = {} }: Done,
): Promise<RequestLetter> {
  const { id, requestId, authorityId, kind } = letter
  const entry = {
    ...{ state, on, by, note },
    ...(change.sent_way && { way: change.sent_way }),
    ...(corrected && { corrected }),
  }
  const course = [...openSealed(platform, id, 'course', row.course), entry]
  const after = await tx
    .updateTable('request_letter')
    .set({
      ...{ ...change, state, version: letter.version + 1 },
      course: sealLetter(platform, id, 'course', course),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  record({
    ...{ as, name, subject: { kind: 'request', id: requestId }, authorityId },
    detail: { letterId: id, kind, state: { before: letter.state, after: state }, ...detail },
  })
  return toLetter(after)
}
