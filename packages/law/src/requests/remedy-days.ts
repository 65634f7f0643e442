import { cite } from '../citation.js'
import { addDays, type LocalDate, localDate } from '../local-date.js'
import { inForce, type Provision, type Timeline } from '../provision.js'
import {
  addWorkingDays,
  type CountedDay,
  isProvisional,
  onWorkingDay,
  type WorkCalendar,
} from '../work-calendar.js'
import type { RemedyKind } from './remedy-results.js'

/** 普通程序、简易程序 of a reconsideration; a court tells its own. */
export type RemedyProcedure = 'ordinary' | 'simple'

/** How long an authority has to answer and to hand over its evidence. */
type AnswerPeriod = { readonly days: number; readonly unit: 'working' | 'calendar' }

const RECONSIDERATION = localDate('2024-01-01')
const LITIGATION = localDate('2017-07-01')

/** 提出书面答复、提交证据的期限. In a reconsideration “十日”“五日” are working days (行政复议法第八十八条第二款). */
// biome-ignore format: official table
export const ANSWER_PERIODS: Readonly<Record<'ordinary' | 'simple' | 'suit', Timeline<AnswerPeriod>>> = {
  ordinary: [{ from: RECONSIDERATION, value: { days: 10, unit: 'working' },  source: cite('RECONSIDERATION-2023', 48),    known: 'seen' }],
  simple:   [{ from: RECONSIDERATION, value: { days: 5,  unit: 'working' },  source: cite('RECONSIDERATION-2023', 54),    known: 'seen' }],
  suit:     [{ from: LITIGATION,      value: { days: 15, unit: 'calendar' }, source: cite('LITIGATION-2017', 67, 1),      known: 'memory' }],
}

/** The period to answer what was brought on `receivedOn`; null where the law sets none: of complaints, and before the laws held. */
export function answerPeriod(
  kind: RemedyKind,
  procedure: RemedyProcedure,
  receivedOn: LocalDate,
): Provision<AnswerPeriod> | null {
  if (kind === 'complaint') return null
  const timeline = ANSWER_PERIODS[kind === 'reconsideration' ? procedure : 'suit']
  return receivedOn < timeline[0].from ? null : inForce(timeline, receivedOn)
}

/** The last day to answer, counted from the day on which the copy was received; null where {@link answerPeriod} is. */
export function answerDueOn(
  kind: RemedyKind,
  procedure: RemedyProcedure,
  receivedOn: LocalDate,
  calendar: WorkCalendar,
): CountedDay | null {
  const period = answerPeriod(kind, procedure, receivedOn)
  if (!period) return null
  const { days, unit } = period.value
  if (unit === 'working') return addWorkingDays(calendar, receivedOn, days)
  const date = onWorkingDay(calendar, addDays(receivedOn, days))
  return { date, provisional: isProvisional(calendar, date) }
}
