import type { LocalDate } from '../local-date.js'
import type { WorkCalendar } from '../work-calendar.js'
import type { CLOCK_CHOICES } from './choices.js'
import type { RequestPeriods } from './periods.js'
import type { ClockStep, Consulted, Stage } from './steps.js'

/** What the days of a request are counted by. */
export type RequestLaw = {
  readonly calendar: WorkCalendar
  readonly periods: RequestPeriods
  readonly choices: ChosenReadings
}

/** Of each place where the text leaves a choice, the reading that is counted by. */
export type ChosenReadings = {
  readonly [Key in keyof typeof CLOCK_CHOICES]: keyof (typeof CLOCK_CHOICES)[Key]['options']
}

/** A count of the reply period: it starts anew with a correction and with a payment. */
export type Run = {
  /** 起算当日, not counted but where the reading `paymentDay: 'same'` counts that of a payment. */
  readonly dayZero: LocalDate
  readonly by: 'receive' | 'receiveCorrection' | 'payFee'
  /** Working days added by an extension. */
  readonly extensionDays: number
  /** The later day of a reply to one who asks beyond reason (第三十五条). */
  readonly postponedTo: LocalDate | null
}

/** Days that do not count because somebody else's answer is awaited. */
export type Wait = {
  readonly kind: Consulted | 'correction' | 'reasons' | 'fee'
  readonly consultation?: string
  /** The first day that does not count. */
  readonly from: LocalDate
  /** The last; null while nobody can say. */
  readonly through: LocalDate | null
  /** The last day of whoever is waited for, where the law or the letter gives one. */
  readonly limit: LocalDate | null
  /** The reply period starts again with what is waited for. */
  readonly startsAnew: boolean
  readonly isOver: boolean
}

/** How a request stands after its steps. */
export type RequestClock = {
  readonly receivedOn: LocalDate
  /** In the order of their days. */
  readonly steps: readonly ClockStep[]
  readonly stage: Stage
  readonly runs: readonly [Run, ...Run[]]
  readonly waits: readonly Wait[]
  readonly closedOn: LocalDate | null
}

/** The run that counts now. */
export function lastRun({ runs }: RequestClock): Run {
  return runs.at(-1) ?? runs[0]
}
