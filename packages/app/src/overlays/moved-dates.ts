import { isWorkingDay, type LocalDate, type LocalDuty, type WorkCalendar } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { dueOnOf } from '../collection/collection.js'
import type { Schema } from '../storage/schema.js'
import type { Law } from './law.js'
import { type MovedRemedy, movedRemedies } from './moved-remedies.js'
import { type MovedRequest, movedRequests } from './moved-requests.js'

/** The last day to publish of a report that is not published yet. */
export type MovedDueDay = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly reportYear: number
  readonly before: LocalDate
  readonly after: LocalDate
}

/** A day that is worked now and was not, or the other way round. */
type ChangedDay = { readonly date: LocalDate; readonly isWorked: boolean }

/** What an overlay moves: the dates that are kept, and the days by which periods are counted from then on. */
export type MovedDates = {
  readonly dueDays: readonly MovedDueDay[]
  readonly requests: readonly MovedRequest[]
  readonly remedies: readonly MovedRemedy[]
  readonly days: readonly ChangedDay[]
  /** The last day for which the calendar is settled, where it changes. */
  readonly settledThrough: { readonly before: LocalDate; readonly after: LocalDate } | null
}

/** What moves from one law to the other. Whoever keeps a date that rests on the law's data adds it here. */
export async function movedDates(
  tx: Transaction<Schema>,
  before: Law,
  after: Law,
): Promise<MovedDates> {
  const [from, to] = [before.calendar.settledThrough, after.calendar.settledThrough]
  return {
    dueDays: await movedDueDays(tx, before, after),
    requests: await movedRequests(tx, after),
    remedies: await movedRemedies(tx, after),
    days: changedDays(before.calendar, after.calendar),
    settledThrough: from === to ? null : { before: from, after: to },
  }
}

/** Keeps the due dates that moved. Throws where one was not moved. */
export async function moveDueDays(
  tx: Transaction<Schema>,
  moved: readonly MovedDueDay[],
): Promise<void> {
  const { rows } = await sql<{ count: number }>`select move_due(
    ${moved.map(({ reportId }) => reportId)}, ${moved.map(({ after }) => after)}) as count`.execute(
    tx,
  )
  if (rows[0]?.count !== moved.length) throw new Error('not every due date was moved')
}

type Open = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly kind: string
  readonly level: string
  readonly reportYear: number
  readonly dueOn: LocalDate
  readonly localDuties: readonly LocalDuty[]
}

/** Only what the change of the law moves: a date that stands otherwise for another reason is left. */
async function movedDueDays(
  tx: Transaction<Schema>,
  before: Law,
  after: Law,
): Promise<readonly MovedDueDay[]> {
  const { rows } = await sql<Open>`
    select report_id as "reportId", authority_id as "authorityId", authority, kind, level,
      report_year as "reportYear", due_on as "dueOn", local_duties as "localDuties"
    from open_due()`.execute(tx)
  return rows.flatMap((row) => {
    const { reportId, authorityId, authority, reportYear, dueOn } = row
    const day = dueOnOf(row, row, after)
    const isMoved = day !== dueOn && day !== dueOnOf(row, row, before)
    return isMoved
      ? [{ reportId, authorityId, authority, reportYear, before: dueOn, after: day }]
      : []
  })
}

function changedDays(before: WorkCalendar, after: WorkCalendar): readonly ChangedDay[] {
  const named = [before.off, before.on, after.off, after.on].flatMap((days) => [...days.keys()])
  return [...new Set(named)]
    .toSorted()
    .filter((date) => isWorkingDay(before, date) !== isWorkingDay(after, date))
    .map((date) => ({ date, isWorked: isWorkingDay(after, date) }))
}
