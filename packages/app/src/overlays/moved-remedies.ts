import type { LocalDate, RemedyKind, RemedyProcedure } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { RemedyNext } from '../remedies/remedy.js'
import { answerDay, redoDay } from '../remedies/remedy-days.js'
import type { Schema } from '../storage/schema.js'
import type { Law } from './law.js'

/** A reconsideration or suit to be answered, or a decision to be made anew, whose day moves. */
export type MovedRemedy = {
  readonly remedyId: string
  readonly authorityId: string
  readonly authority: string
  readonly what: RemedyNext
  readonly before: LocalDate
  readonly after: LocalDate
  readonly no: number
  readonly provisional: boolean
}

type Open = Pick<MovedRemedy, 'remedyId' | 'authorityId' | 'authority' | 'no'> & {
  readonly kind: RemedyKind
  readonly procedure: RemedyProcedure
  readonly receivedOn: LocalDate
  readonly redoFrom: LocalDate | null
  readonly redoDays: number | null
  readonly nextWhat: RemedyNext
  readonly nextOn: LocalDate
  readonly isProvisional: boolean
}

/** What waits of which the law, as it will be, moves the day. */
export async function movedRemedies(
  tx: Transaction<Schema>,
  { calendar }: Law,
): Promise<readonly MovedRemedy[]> {
  const { rows } = await sql<Open>`select * from open_remedies()`.execute(tx)
  return rows.flatMap((row) => {
    const { remedyId, authorityId, authority, no, nextWhat, nextOn, redoFrom, redoDays } = row
    const day =
      nextWhat === 'redo' && redoFrom && redoDays
        ? redoDay({ from: redoFrom, days: redoDays }, calendar)
        : answerDay(row.kind, { ...row, answerBy: nextOn }, calendar)
    const isSame = day.on === nextOn && day.provisional === row.isProvisional
    if (day.on === null || isSame) return []
    const about = { remedyId, authorityId, authority, no, what: nextWhat }
    return [{ ...about, before: nextOn, after: day.on, provisional: day.provisional }]
  })
}

/** Keeps the days that moved. Throws where one was not moved. */
export async function moveRemedies(
  tx: Transaction<Schema>,
  moved: readonly MovedRemedy[],
): Promise<void> {
  const rows = moved.map(({ remedyId, no, what, after, provisional }) => ({
    ...{ remedy_id: remedyId, no, what, next_on: after, provisional },
  }))
  const { rows: done } = await sql<{ count: number }>`
    select move_remedies(${JSON.stringify(rows)}::json) as count`.execute(tx)
  if (done[0]?.count !== moved.length) throw new Error('not every remedy was moved')
}
