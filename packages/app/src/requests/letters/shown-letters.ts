import { LETTERS, type LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

/** A letter that was sent to the applicant by the page on which he looks how his request stands. */
export type OwnLetter = {
  readonly id: string
  readonly title: string
  readonly documentNumber: string | null
  readonly sentOn: LocalDate
  /** The day on which he confirmed its receipt. */
  readonly servedOn: LocalDate | null
}

/** The letters that were sent to the applicant of a request on the portal, in the order of their making; the database shows no other. */
export async function ownLettersOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly OwnLetter[]> {
  const rows = await tx
    .selectFrom('request_letter')
    .select(['id', 'kind', 'number', 'sent_on', 'served_on'])
    .where('request_id', '=', requestId)
    .where('sent_way', '=', 'portal')
    .where('state', 'in', ['sent', 'served'])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, kind, number, sent_on, served_on }) =>
    sent_on
      ? [
          {
            id,
            title: LETTERS[kind].title,
            documentNumber: number,
            sentOn: sent_on,
            servedOn: served_on,
          },
        ]
      : [],
  )
}
