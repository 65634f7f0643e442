import { LETTERS, type LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { openSealed } from './content.js'

/** A letter that was sent to the applicant by the page on which he looks how his request stands. */
export type OwnLetter = {
  readonly id: string
  readonly title: string
  readonly documentNumber: string | null
  readonly sentOn: LocalDate
  /** The day on which he confirmed its receipt. */
  readonly servedOn: LocalDate | null
  /** What goes with it. */
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

/** The letters that were sent to the applicant of a request on the portal, in the order of their making; the database shows no other. */
export async function ownLettersOf(
  tx: Transaction<Schema>,
  platform: Pick<Platform, 'key'>,
  requestId: string,
): Promise<readonly OwnLetter[]> {
  const rows = await tx
    .selectFrom('request_letter')
    .select(['id', 'kind', 'number', 'sent_on', 'served_on', 'paper'])
    .where('request_id', '=', requestId)
    .where('sent_way', '=', 'portal')
    .where('state', 'in', ['sent', 'served'])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, kind, number, sent_on, served_on, paper }) =>
    sent_on && paper
      ? [
          {
            id,
            title: LETTERS[kind].title,
            documentNumber: number,
            sentOn: sent_on,
            servedOn: served_on,
            files: (openSealed(platform, id, 'paper', paper).files ?? []).map((file) => ({
              ...{ id: file.id, name: file.name },
            })),
          },
        ]
      : [],
  )
}
