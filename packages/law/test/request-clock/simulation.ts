import {
  type ChosenReadings,
  CLOCK_STEPS,
  type ClockStep,
  type LedgerDay,
  type LocalDate,
  type Stage,
} from '@gongkai/law'
import { type Desk, dueOf, emptyDesk, isToStartAnew, take } from './desk.js'
import { dayAfter, isWorked, workedDayAfter } from './worked-days.js'

/** What is told of a request: by the simulation, or by the clock that is held against it. */
export type Told = {
  readonly stage: Stage
  readonly dueOn: LocalDate | null
  /** Working days left to count after a wait that no day ends. */
  readonly left: number
  readonly days: readonly Pick<LedgerDay, 'date' | 'kind' | 'count'>[]
}

/**
 * A request received on `receivedOn`, lived through day by day (条例第三十条至第三十五条): first the steps of the day are taken,
 * then it counts or it does not. `steps` in the order of their days. Where nobody knows when a wait ends, the days go
 * to `through`. Returns the code of the refusal where a step is not allowed.
 */
export function simulate(
  receivedOn: LocalDate,
  steps: readonly ClockStep[],
  readings: ChosenReadings,
  through: LocalDate,
): Told | string {
  if (receivedOn < '2019-05-15') return 'clock.no-provision'
  if (steps[0] && steps[0].on < receivedOn) return 'clock.before-receipt'
  const desk = emptyDesk(receivedOn, readings)
  const days: Told['days'][number][] = []
  let taken = 0
  for (let day = receivedOn; ; day = dayAfter(day)) {
    for (let step = steps[taken]; step?.on === day; step = steps[++taken]) {
      const refusal = refusalOf(desk, step)
      if (refusal) return refusal
      take(desk, step)
    }
    days.push(dayOf(desk, day))
    if (taken === steps.length && isEnough(desk, day, through)) return told(desk, days)
  }
}

function isEnough(desk: Desk, day: LocalDate, through: LocalDate): boolean {
  const dueOn = dueOf(desk)
  if (dueOn) return day >= dueOn
  const isEndless = desk.awaited.some((one) => !one.last && !(one.endsAtLimit && one.limit))
  return isEndless && day >= through
}

function told(desk: Desk, days: Told['days']): Told {
  const { stage, added, counted } = desk
  const dueOn = dueOf(desk)
  if (dueOn) return { stage, dueOn, left: 0, days: days.filter(({ date }) => date <= dueOn) }
  return { stage, dueOn, left: isToStartAnew(desk) ? 20 : 20 + added - counted, days }
}

/** What `day` does to the period, its steps having been taken; with its end silence may end a wait. */
function dayOf(desk: Desk, day: LocalDate): Told['days'][number] {
  const kind = kindOf(desk, day)
  for (const one of desk.awaited) if (one.endsAtLimit && one.limit === day) one.last ??= day
  if (kind !== 'counted' && kind !== 'extension') return { date: day, kind, count: null }
  desk.counted += 1
  if (desk.counted === 20 + desk.added) desk.ranOutOn = day
  return { date: day, kind, count: desk.counted }
}

function kindOf(desk: Desk, day: LocalDate): LedgerDay['kind'] {
  const { dayZero, ranOutOn, postponedTo, awaited, counted } = desk
  if (day === dayZero) return 'dayZero'
  const waits = awaited.filter(({ first, last }) => first <= day && (!last || day <= last))
  if (waits.some(({ startsAnew }) => startsAnew || !ranOutOn)) return 'waiting'
  if (ranOutOn) return postponedTo && day <= postponedTo ? 'postponed' : 'overdue'
  if (!isWorked(day)) return 'off'
  return counted < 20 ? 'counted' : 'extension'
}

function refusalOf(desk: Desk, step: ClockStep): string | undefined {
  const { name, on } = step
  if (!CLOCK_STEPS[name].from.includes(desk.stage)) return 'clock.wrong-stage'
  if ('until' in step && step.until && step.until <= on) return 'clock.limit-not-after'
  if (name === 'askCorrection' && desk.hasCorrected) return 'clock.correction-once'
  if (name === 'askFee' && on < '2021-01-01') return 'clock.no-provision'
  if (name === 'postpone') return refusalOfPostponement(desk, on)
  if (name === 'extend') return refusalOfExtension(desk, step.days)
  if (name === 'abandon')
    return isBefore(lastWorkedOn(limitOf(desk)), on) ? undefined : 'clock.limit-not-over'
  if (!('consultation' in step)) return undefined
  const isKnown = desk.awaited.some((one) => one.name === step.consultation)
  if (name === 'consult') return isKnown ? 'clock.consultation-known' : undefined
  return isKnown ? undefined : 'clock.no-consultation'
}

function refusalOfExtension(desk: Desk, days: number): string | undefined {
  if (desk.hasExtended) return 'clock.extension-once'
  if (!Number.isInteger(days) || days < 1 || days > 20) return 'clock.extension-days'
  return desk.ranOutOn ? 'clock.extension-late' : undefined
}

function refusalOfPostponement(desk: Desk, on: LocalDate): string | undefined {
  if (!desk.hasExplained) return 'clock.no-reasons'
  return isBefore(dueOf(desk), on) ? 'clock.postponement-late' : undefined
}

/** The last day of whoever is to correct or to pay. */
function limitOf({ awaited }: Desk): LocalDate | undefined {
  return awaited.find(({ name, last }) => !last && /^(correction|fee)$/.test(name))?.limit
}

/** A limit on a day that nobody works is over with the next working day. */
function lastWorkedOn(limit: LocalDate | undefined): LocalDate | undefined {
  return limit && (isWorked(limit) ? limit : workedDayAfter(limit, 1))
}

function isBefore(day: LocalDate | null | undefined, on: LocalDate): boolean {
  return day ? day < on : false
}
