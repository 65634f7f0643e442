import {
  addWorkingDays,
  answerDueOn,
  type LocalDate,
  type RemedyKind,
  type WorkCalendar,
} from '@gongkai/law'
import type { Instance, Redo, RemedyDay, RemedyFacts, RemedyNext } from './remedy.js'

/** The last day to answer in an instance: by the law, of a complaint as its office set it. */
export function answerDay(
  kind: RemedyKind,
  { procedure, receivedOn, answerBy }: Pick<Instance, 'procedure' | 'receivedOn' | 'answerBy'>,
  calendar: WorkCalendar,
): RemedyDay {
  if (kind === 'complaint') return { on: answerBy, provisional: false }
  const due = answerDueOn(kind, procedure, receivedOn, calendar)
  return due ? { on: due.date, provisional: due.provisional } : { on: null, provisional: false }
}

/** The last day to decide anew. */
export function redoDay({ from, days }: Pick<Redo, 'from' | 'days'>, calendar: WorkCalendar) {
  const { date, provisional } = addWorkingDays(calendar, from, days)
  return { on: date, provisional }
}

/** The days that the register keeps of a remedy. */
export type RemedyDays = {
  readonly answerDays: readonly RemedyDay[]
  readonly redoDay: (RemedyDay & { readonly on: LocalDate }) | null
  readonly nextOn: LocalDate | null
  readonly nextWhat: RemedyNext | null
}

/** What is to be answered by when, what is to be decided anew by when, and which of them is next. An instance that was decided is answered no more. */
export function daysOfRemedy(
  kind: RemedyKind,
  { instances, redo }: Pick<RemedyFacts, 'instances' | 'redo'>,
  calendar: WorkCalendar,
): RemedyDays {
  const answerDays = instances.map((one) => answerDay(kind, one, calendar))
  const anew = redo ? redoDay(redo, calendar) : null
  const last = instances.at(-1)
  const answer =
    last && !last.answeredOn && !last.decidedOn ? (answerDays.at(-1)?.on ?? null) : null
  const next =
    answer !== null
      ? ({ nextOn: answer, nextWhat: 'answer' } as const)
      : anew && !redo?.doneOn
        ? ({ nextOn: anew.on, nextWhat: 'redo' } as const)
        : { nextOn: null, nextWhat: null }
  return { answerDays, redoDay: anew, ...next }
}
