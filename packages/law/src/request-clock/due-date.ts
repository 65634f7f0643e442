import type { Citation } from '../citation.js'
import type { LocalDate } from '../local-date.js'
import { inForce } from '../provision.js'
import { addWorkingDays } from '../work-calendar.js'
import { lastRun, type RequestClock, type RequestLaw } from './clock.js'
import { daysOf, isWaitingWithoutEnd, type LedgerDay } from './ledger.js'
import { CLOCK_STEPS } from './steps.js'

/** The last day to reply, as far as it can be known. */
export type ReplyDue = {
  /** Null while an answer is awaited that no day ends. */
  readonly date: LocalDate | null
  /** Working days that are left to count once that answer has come; 0 where there is a date. */
  readonly left: number
  /** A day on the way is not settled by a notice yet. */
  readonly provisional: boolean
}

/** The last day on which a reply is in time (第三十三条). A reply counts with its posting or its signature. */
export function replyDueOn(clock: RequestClock, law: RequestLaw): ReplyDue {
  let last: LedgerDay | undefined
  let count = 0
  let provisional = false
  for (const day of daysOf(lastRun(clock), clock, law)) {
    count = day.count ?? count
    provisional ||= day.provisional
    if (isWaitingWithoutEnd(day, clock))
      return { date: null, left: leftAfter(count, clock, law), provisional }
    last = day
  }
  return { date: last?.date ?? null, left: 0, provisional }
}

function leftAfter(count: number, clock: RequestClock, law: RequestLaw): number {
  const period = inForce(law.periods.reply, clock.receivedOn).value
  const isToStartAnew = clock.waits.some(({ startsAnew, isOver }) => startsAnew && !isOver)
  return isToStartAnew ? period : period + lastRun(clock).extensionDays - count
}

/** A day that the law or a letter sets, for whoever must act. */
export type AheadDay = {
  readonly what: 'askCorrection' | 'correction' | 'reasons' | 'opinion' | 'feePayment' | 'reply'
  readonly on: LocalDate
  readonly source: Citation
  readonly consultation?: string
}

/** The days ahead of an open request, the nearest first; none of a closed one. */
export function daysAhead(clock: RequestClock, law: RequestLaw): readonly AheadDay[] {
  if (clock.closedOn) return []
  const due = replyDueOn(clock, law).date
  const ahead: (AheadDay | null)[] = [
    mayAskCorrection(clock)
      ? {
          what: 'askCorrection',
          on: correctionNoticeDueOn(clock, law),
          source: CLOCK_STEPS.askCorrection.source,
        }
      : null,
    ...clock.waits.map(({ kind, limit, isOver, consultation }): AheadDay | null => {
      if (isOver || !limit) return null
      if (consultation !== undefined)
        return { what: 'opinion', on: limit, consultation, source: CLOCK_STEPS.consult.source }
      return WAITED[kind] ? { ...WAITED[kind], on: limit } : null
    }),
    due ? { what: 'reply', on: due, source: CLOCK_STEPS.extend.source } : null,
  ]
  return ahead
    .filter((day) => day !== null)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The last day to tell what must be corrected (第三十条). */
export function correctionNoticeDueOn({ receivedOn }: RequestClock, law: RequestLaw): LocalDate {
  const { value } = inForce(law.periods.correctionNotice, receivedOn)
  return addWorkingDays(law.calendar, receivedOn, value).date
}

const WAITED: Partial<Record<string, Pick<AheadDay, 'what' | 'source'>>> = {
  correction: { what: 'correction', source: CLOCK_STEPS.askCorrection.source },
  reasons: { what: 'reasons', source: CLOCK_STEPS.askReasons.source },
  fee: { what: 'feePayment', source: CLOCK_STEPS.feeNoticeArrives.source },
}

function mayAskCorrection({ stage, steps }: RequestClock): boolean {
  return stage === 'examining' && !steps.some(({ name }) => name === 'askCorrection')
}
