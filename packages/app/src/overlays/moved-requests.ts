import type { ClockStep, LocalDate } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Reckoned, type receiptOfRequest, reckonAgain } from '../requests/reckon.js'
import type { Schema } from '../storage/schema.js'
import type { Law } from './law.js'

/** An open request whose days move; null where no day is known while somebody is waited for. */
export type MovedRequest = {
  readonly requestId: string
  readonly authorityId: string
  readonly authority: string
  readonly requestNumber: string
  readonly before: LocalDate | null
  readonly after: LocalDate | null
  /** As the register keeps them from then on. */
  readonly kept: Pick<Reckoned, 'due_on' | 'due_provisional' | 'next_on' | 'next_what'>
}

type Open = Parameters<typeof receiptOfRequest>[0] &
  MovedRequest['kept'] & {
    readonly requestId: string
    readonly authorityId: string
    readonly authority: string
    readonly requestNumber: string
    readonly steps: readonly ClockStep[]
  }

/** The open requests of which the law, as it will be, moves a day that is kept. */
export async function movedRequests(
  tx: Transaction<Schema>,
  after: Law,
): Promise<readonly MovedRequest[]> {
  const { rows } = await sql<Open>`
    select request_id as "requestId", authority_id as "authorityId", authority, number as "requestNumber", channel,
      arrived_on as "arrivedOn", applicant_confirmed_on as "applicantConfirmedOn", authority_confirmed_on as "authorityConfirmedOn",
      due_on, due_provisional, next_on, next_what, steps
    from open_requests()`.execute(tx)
  return rows.flatMap((row) => {
    const { due_on, due_provisional, next_on, next_what } = reckonAgain(row, row.steps, after)
    const kept = { due_on, due_provisional, next_on, next_what }
    const isSame = (Object.keys(kept) as (keyof typeof kept)[]).every(
      (key) => kept[key] === row[key],
    )
    const { requestId, authorityId, authority, requestNumber } = row
    return isSame
      ? []
      : [
          {
            requestId,
            authorityId,
            authority,
            requestNumber,
            before: row.due_on,
            after: due_on,
            kept,
          },
        ]
  })
}

/** Keeps the days that moved. Throws where one was not moved. */
export async function moveRequests(
  tx: Transaction<Schema>,
  moved: readonly MovedRequest[],
): Promise<void> {
  const rows = moved.map(({ requestId, kept }) => ({ request_id: requestId, ...kept }))
  const { rows: done } = await sql<{ count: number }>`
    select move_requests(${JSON.stringify(rows)}::json) as count`.execute(tx)
  if (done[0]?.count !== moved.length) throw new Error('not every request was moved')
}
