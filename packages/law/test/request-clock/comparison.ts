import {
  addDays,
  CHOSEN_READINGS,
  type ChosenReadings,
  CLOCK_CHOICES,
  type ClockStep,
  dayLedger,
  type LocalDate,
  localDate,
  REQUEST_LAW,
  replyDueOn,
  requestClock,
} from '@gongkai/law'
import { type History, outOfOrder, type Random, randomHistory } from './histories.js'
import { simulate, type Told } from './simulation.js'

/** The readings to be tried: those chosen, and for each choice the other one. */
export const READINGS: readonly (readonly [name: string, readings: ChosenReadings])[] = [
  ['chosen', CHOSEN_READINGS],
  ...otherReadings(),
]

/** What came of holding the clock against the simulation. */
export type Comparison = {
  readonly days: number
  readonly isRefused: boolean
  /** For a person to decide by hand: the history and both answers; undefined where they agree. */
  readonly difference: string | undefined
}

/** From the weeks before the Regulations to beyond the last notice of holidays. */
const FIRST = localDate('2019-04-20')
const COUNT = 3100

/** One random history, by the clock (its steps recorded out of order) and by the simulation. */
export function compareOne(random: Random, readings: ChosenReadings): Comparison {
  const history = randomHistory(random, FIRST, COUNT)
  const through = addDays(history.steps.at(-1)?.on ?? history.receivedOn, Math.floor(random() * 60))
  const recorded = outOfOrder(random, history.steps)
  const clock = byClock({ ...history, steps: recorded }, readings, through)
  const simulated = simulate(history.receivedOn, history.steps, readings, through)
  const isSame = JSON.stringify(clock) === JSON.stringify(simulated)
  return {
    days: typeof clock === 'string' ? 0 : clock.days.length,
    isRefused: typeof clock === 'string',
    difference: isSame ? undefined : differenceOf(history, clock, simulated),
  }
}

function byClock(
  { receivedOn, steps }: History,
  readings: ChosenReadings,
  through: LocalDate,
): Told | string {
  const law = { ...REQUEST_LAW, choices: readings }
  const clock = requestClock(receivedOn, steps, law)
  if (!clock.ok) return clock.refusal.code
  const { date: dueOn, left } = replyDueOn(clock.value, law)
  const days = dayLedger(clock.value, law, through)
  return {
    ...{ stage: clock.value.stage, dueOn, left },
    days: days.map(({ date, kind, count }) => ({ date, kind, count })),
  }
}

function differenceOf(
  { receivedOn, steps }: History,
  clock: Told | string,
  simulated: Told | string,
): string {
  const lines = [`${receivedOn} received`, ...steps.map(textOf)]
  return [...lines, `clock: ${answerOf(clock)}`, `simulation: ${answerOf(simulated)}`].join('\n')
}

function textOf({ on, name, ...more }: ClockStep): string {
  return [on, name, ...Object.values(more)].join(' ')
}

/** The kinds of days by where they begin: `03-04 dayZero 03-05 counted … 04-01`. */
function answerOf(told: Told | string): string {
  if (typeof told === 'string') return told
  const { stage, dueOn, left, days } = told
  const begins = days.filter(({ kind }, i) => kind !== days[i - 1]?.kind)
  const kinds = begins.map(({ date, kind, count }) => `${date.slice(5)} ${kind}${count ?? ''}`)
  return `${stage}, due ${dueOn}, left ${left}: ${kinds.join(' ')} … ${days.at(-1)?.date}`
}

function otherReadings(): readonly (readonly [string, ChosenReadings])[] {
  return Object.entries(CLOCK_CHOICES).map(([key, { options, chosen }]) => {
    const other = Object.keys(options).find((option) => option !== chosen)
    return [`${key}: ${other}`, { ...CHOSEN_READINGS, [key]: other }]
  })
}
