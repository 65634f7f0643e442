import { addDays, type LocalDate } from '../local-date.js'
import { inForce } from '../provision.js'
import { ok, type Result } from '../refusal.js'
import { addWorkingDays } from '../work-calendar.js'
import type { RequestClock, RequestLaw, Run, Wait } from './clock.js'
import { correctionNoticeDueOn, replyDueOn } from './due-date.js'
import { type ClockRefusal, refusalOf, refusalOfReceipt } from './may-take.js'
import { CLOCK_STEPS, type ClockStep } from './steps.js'

/**
 * The clock of a request received on `receivedOn` (the legal day, not that of arrival) after `steps`, which may be given in
 * any order: they count in the order of their days, those of one day as given. Refused for the first step that the
 * Regulations do not allow there.
 */
export function requestClock(
  receivedOn: LocalDate,
  steps: readonly ClockStep[],
  law: RequestLaw,
): Result<RequestClock, ClockRefusal> {
  const unruled = refusalOfReceipt(receivedOn, law)
  if (unruled) return unruled
  let clock = begun(receivedOn)
  for (const step of inOrder(steps)) {
    const refused = refusalOf(clock, step, law)
    if (refused) return refused
    clock = after(clock, step, law)
  }
  return ok(clock)
}

/** The clock of steps that were allowed when they were taken: what a later notice changes of the calendar does not undo them. */
export function replayClock(
  receivedOn: LocalDate,
  steps: readonly ClockStep[],
  law: RequestLaw,
): RequestClock {
  return inOrder(steps).reduce((clock, step) => after(clock, step, law), begun(receivedOn))
}

function begun(receivedOn: LocalDate): RequestClock {
  return {
    ...{ receivedOn, steps: [], stage: 'examining', waits: [], closedOn: null },
    runs: [{ dayZero: receivedOn, by: 'receive', extensionDays: 0, postponedTo: null }],
  }
}

function inOrder(steps: readonly ClockStep[]): readonly ClockStep[] {
  return steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** `clock` with one step more, wherever its day puts it among the others. */
export function takeStep(
  { receivedOn, steps }: RequestClock,
  step: ClockStep,
  law: RequestLaw,
): Result<RequestClock, ClockRefusal> {
  return requestClock(receivedOn, [...steps, step], law)
}

/** The clock as it stood at the end of `day`: what happened later is not known. */
export function asOf(clock: RequestClock, day: LocalDate, law: RequestLaw): RequestClock {
  const known = clock.steps.filter(({ on }) => on <= day)
  return replayClock(clock.receivedOn, known, law)
}

function after(clock: RequestClock, step: ClockStep, law: RequestLaw): RequestClock {
  const moved: RequestClock = {
    ...clock,
    steps: [...clock.steps, step],
    stage: CLOCK_STEPS[step.name].to ?? clock.stage,
    waits: waitsAfter(clock, step, law),
  }
  switch (step.name) {
    case 'receiveCorrection':
    case 'payFee':
      return clock.waits.some(({ startsAnew, isOver }) => startsAnew && !isOver)
        ? restarted(moved, step.on, step.name)
        : moved
    case 'extend':
      return withLastRun(moved, (run) => ({ ...run, extensionDays: step.days }))
    case 'postpone':
      return withLastRun(moved, (run) => ({ ...run, postponedTo: step.until }))
    case 'reply':
    case 'abandon':
    case 'withdraw':
      return { ...moved, closedOn: step.on }
    default:
      return moved
  }
}

function restarted(clock: RequestClock, dayZero: LocalDate, by: Run['by']): RequestClock {
  const run: Run = { dayZero, by, extensionDays: 0, postponedTo: null }
  return { ...clock, runs: [...clock.runs, run] }
}

function withLastRun(clock: RequestClock, change: (run: Run) => Run): RequestClock {
  const [first, ...others] = clock.runs
  const last = others.at(-1)
  if (!last) return { ...clock, runs: [change(first)] }
  return { ...clock, runs: [first, ...others.slice(0, -1), change(last)] }
}

/** Whether what is asked for on this day starts the period anew: who is late already stays late. */
function isAskedInTime(clock: RequestClock, askedOn: LocalDate, law: RequestLaw): boolean {
  if (law.choices.overdueAsking === 'restarts') return true
  const { date } = replyDueOn(clock, law)
  return date === null || askedOn <= date
}

function restartsAfterCorrection(clock: RequestClock, askedOn: LocalDate, law: RequestLaw) {
  if (!isAskedInTime(clock, askedOn, law)) return false
  return law.choices.lateCorrection === 'restarts' || askedOn <= correctionNoticeDueOn(clock, law)
}

function waitsAfter(clock: RequestClock, step: ClockStep, law: RequestLaw): readonly Wait[] {
  const { on } = step
  const { waits } = clock
  const begun = (wait: Pick<Wait, 'kind' | 'through' | 'limit' | 'startsAnew'>) => [
    ...waits,
    { ...wait, from: addDays(on, 1), isOver: false },
  ]
  const last = lastDayOfWaiting(on, law.choices)
  const ended = (kind: Wait['kind'], through: LocalDate) =>
    waits.map((wait) => (wait.kind === kind ? over(wait, through) : wait))
  switch (step.name) {
    case 'askCorrection': {
      const startsAnew = restartsAfterCorrection(clock, on, law)
      return begun({ kind: 'correction', through: null, limit: step.until, startsAnew })
    }
    case 'askReasons': {
      const { until } = step
      return law.choices.askingReasons === 'excluded'
        ? begun({ kind: 'reasons', through: until, limit: until, startsAnew: false })
        : waits
    }
    case 'askFee': {
      const startsAnew = isAskedInTime(clock, on, law)
      return begun({ kind: 'fee', through: null, limit: null, startsAnew })
    }
    case 'receiveCorrection':
      return ended('correction', last)
    case 'receiveReasons':
      return ended('reasons', last)
    case 'payFee':
      return ended('fee', addDays(on, -1))
    case 'feeNoticeArrives': {
      const { value } = inForce(law.periods.feePayment, on)
      const limit = addWorkingDays(law.calendar, on, value).date
      return waits.map((wait) => (wait.kind === 'fee' ? { ...wait, limit } : wait))
    }
    case 'consult':
      return [...waits, consultation(step, law)]
    case 'consultationArrives':
    case 'receiveOpinion':
      return waits.map((wait) =>
        wait.consultation === step.consultation ? consulted(wait, step, law) : wait,
      )
    case 'reply':
    case 'abandon':
    case 'withdraw':
      return waits.map((wait) => over(wait, on))
    default:
      return waits
  }
}

function consultation(
  { on, whom, consultation, until }: Extract<ClockStep, { readonly name: 'consult' }>,
  { choices }: RequestLaw,
): Wait {
  const limit = (whom === 'otherAuthority' && until) || null
  const from = choices.sendingDay === 'excluded' ? on : addDays(on, 1)
  return { kind: whom, consultation, from, through: limit, limit, startsAnew: false, isOver: false }
}

/** Silence ends the waiting with the last day of the period, and an opinion that comes later does not lengthen it. */
function consulted(
  wait: Wait,
  { name, on }: Extract<ClockStep, { readonly consultation: string }>,
  { calendar, periods, choices }: RequestLaw,
): Wait {
  if (name === 'receiveOpinion') return over(wait, lastDayOfWaiting(on, choices))
  const period = periodOf(wait.kind, periods)
  if (wait.limit || wait.isOver || !period) return wait
  const limit = addWorkingDays(calendar, on, inForce(period, on).value).date
  return { ...wait, limit, through: limit }
}

function periodOf(kind: Wait['kind'], { thirdParty, coMaker }: RequestLaw['periods']) {
  if (kind === 'thirdParty') return thirdParty
  return kind === 'coMaker' ? coMaker : undefined
}

/** The last day that does not count where an answer comes on `on`. */
function lastDayOfWaiting(on: LocalDate, { answerDay }: RequestLaw['choices']): LocalDate {
  return answerDay === 'excluded' ? on : addDays(on, -1)
}

function over(wait: Wait, through: LocalDate): Wait {
  if (wait.isOver) return wait
  const earliest = wait.through && wait.through < through ? wait.through : through
  return { ...wait, through: earliest, isOver: true }
}
