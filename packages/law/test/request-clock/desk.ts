import {
  addDays,
  type ChosenReadings,
  CLOCK_STEPS,
  type ClockStep,
  type LocalDate,
  type Stage,
} from '@gongkai/law'
import { dayAfter, workedDayAfter } from './worked-days.js'

/** Somebody whose answer is awaited: the days from `first` to `last` do not count. */
type Awaited = {
  readonly name: string
  readonly first: LocalDate
  last?: LocalDate
  /** The last day of whoever is to answer. */
  limit?: LocalDate
  /** The limit is so many working days from the arrival of the letter; of others the letter gives it. */
  readonly daysFromArrival?: number
  /** Silence ends the waiting with the limit. */
  readonly endsAtLimit: boolean
  /** With the answer the period starts anew. */
  readonly startsAnew: boolean
}

/** The file as it lies on the desk at some hour of some day. */
export type Desk = {
  readonly readings: ChosenReadings
  readonly receivedOn: LocalDate
  stage: Stage
  dayZero: LocalDate | null
  counted: number
  /** Working days added by an extension. */
  added: number
  hasExtended: boolean
  hasCorrected: boolean
  hasExplained: boolean
  /** The day on which the last working day of the period was counted. */
  ranOutOn: LocalDate | null
  postponedTo: LocalDate | null
  readonly awaited: Awaited[]
}

/** The desk on the morning of the receipt. */
export function emptyDesk(receivedOn: LocalDate, readings: ChosenReadings): Desk {
  return {
    ...{ readings, receivedOn, stage: 'examining', dayZero: receivedOn, counted: 0, added: 0 },
    ...{ hasExtended: false, hasCorrected: false, hasExplained: false },
    ...{ ranOutOn: null, postponedTo: null, awaited: [] },
  }
}

/** What asks for something that starts the period anew, and is not answered yet. */
export function isToStartAnew({ awaited }: Desk): boolean {
  return awaited.some(({ startsAnew, last }) => startsAnew && !last)
}

/** The last day, once the period has run out; null where it is to start anew with what was asked for in time. */
export function dueOf({ ranOutOn, postponedTo, awaited }: Desk): LocalDate | null {
  const dueOn = ranOutOn && postponedTo && postponedTo > ranOutOn ? postponedTo : ranOutOn
  const isAskedInTime = awaited.some(
    ({ startsAnew, first, last }) => dueOn && startsAnew && !last && first <= dayAfter(dueOn),
  )
  return isAskedInTime ? null : dueOn
}

/** What `step` changes on the desk. */
export function take(desk: Desk, step: ClockStep): void {
  const { on } = step
  const { readings } = desk
  const answered = readings.answerDay === 'excluded' ? on : addDays(on, -1)
  if (CLOCK_STEPS[step.name].to === 'closed') close(desk, on)
  desk.stage = CLOCK_STEPS[step.name].to ?? desk.stage
  if (step.name === 'consult') consult(desk, step)
  if (step.name === 'consultationArrives') arrive(desk, step.consultation, on)
  if (step.name === 'receiveOpinion') end(desk, step.consultation, answered)
  if (step.name === 'extend') extend(desk, step.days)
  if (step.name === 'askCorrection') askCorrection(desk, on, step.until)
  if (step.name === 'receiveCorrection') receiveCorrection(desk, on, answered)
  if (step.name === 'askReasons' && readings.askingReasons === 'excluded')
    wait(desk, on, { name: 'reasons', endsAtLimit: true, limit: step.until })
  if (step.name === 'receiveReasons') explain(desk, answered)
  if (step.name === 'postpone') desk.postponedTo = step.until
  if (step.name === 'askFee')
    wait(desk, on, { name: 'fee', startsAnew: isInTime(desk, on), daysFromArrival: 20 })
  if (step.name === 'feeNoticeArrives') arrive(desk, 'fee', on)
  if (step.name === 'payFee') pay(desk, on)
}

function consult(desk: Desk, step: Extract<ClockStep, { readonly name: 'consult' }>): void {
  const { consultation: name, whom, until, on } = step
  const eve = desk.readings.sendingDay === 'counts' ? on : addDays(on, -1)
  if (whom !== 'otherAuthority') wait(desk, eve, { name, endsAtLimit: true, daysFromArrival: 15 })
  else wait(desk, eve, { name, endsAtLimit: true, ...(until && { limit: until }) })
}

/** Waiting begins with the day after `eve`. */
function wait(
  { awaited }: Desk,
  eve: LocalDate,
  one: Pick<Awaited, 'name'> & Partial<Awaited>,
): void {
  awaited.push({ endsAtLimit: false, startsAnew: false, first: dayAfter(eve), ...one })
}

/** The letter is there; one that comes a second time or after its answer changes nothing, save a notice of fees. */
function arrive({ awaited }: Desk, name: string, on: LocalDate): void {
  const one = awaited.find((wait) => wait.name === name && !wait.last)
  if (!one?.daysFromArrival || (one.limit && name !== 'fee')) return
  one.limit = workedDayAfter(on, one.daysFromArrival)
}

function end({ awaited }: Desk, name: string, last: LocalDate): void {
  for (const one of awaited) if (one.name === name) one.last ??= last
}

function explain(desk: Desk, answered: LocalDate): void {
  desk.hasExplained = true
  end(desk, 'reasons', answered)
}

function extend(desk: Desk, days: number): void {
  desk.added = days
  desk.hasExtended = true
}

/** Nobody who is late already gets a new period by asking for something. */
function isInTime(desk: Desk, on: LocalDate): boolean {
  if (desk.readings.overdueAsking === 'restarts') return true
  const dueOn = dueOf(desk)
  return dueOn === null || on <= dueOn
}

function askCorrection(desk: Desk, on: LocalDate, limit: LocalDate): void {
  const isSoon = on <= workedDayAfter(desk.receivedOn, 7)
  const startsAnew = isInTime(desk, on) && (isSoon || desk.readings.lateCorrection === 'restarts')
  desk.hasCorrected = true
  wait(desk, on, { name: 'correction', startsAnew, limit })
}

function receiveCorrection(desk: Desk, on: LocalDate, answered: LocalDate): void {
  const startsAnew = isToStartAnew(desk)
  end(desk, 'correction', answered)
  if (startsAnew) startAnew(desk, on)
}

function pay(desk: Desk, on: LocalDate): void {
  const isNextDay = desk.readings.paymentDay === 'next'
  const startsAnew = isToStartAnew(desk)
  end(desk, 'fee', isNextDay ? on : addDays(on, -1))
  if (startsAnew) startAnew(desk, isNextDay ? on : null)
}

function startAnew(desk: Desk, dayZero: LocalDate | null): void {
  Object.assign(desk, { dayZero, counted: 0, added: 0, ranOutOn: null, postponedTo: null })
  if (desk.readings.secondExtension === 'anew') desk.hasExtended = false
}

/** Nobody is waited for any more. A period that ran out while a correction or payment was awaited ends now at the latest. */
function close(desk: Desk, on: LocalDate): void {
  if (desk.ranOutOn && !dueOf(desk)) desk.ranOutOn = on
  for (const one of desk.awaited) one.last ??= on
}
