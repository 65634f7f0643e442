import { addDays, CLOCK_STEPS, type ClockStep, type LocalDate, type Stage } from '@gongkai/law'
import { workedDayAfter } from './worked-days.js'

/** A request as it might have gone: its steps in the order of their days, those of one day as they were recorded. */
export type History = { readonly receivedOn: LocalDate; readonly steps: readonly ClockStep[] }

/** A number from 0 to 1, not included; the same ones give the same histories. */
export type Random = () => number

/**
 * A history received on one of `count` days from `first`. Most steps are lawful; some come too early, too late or once
 * too often, or stand in the wrong order of their day.
 */
export function randomHistory(random: Random, first: LocalDate, count: number): History {
  const receivedOn = addDays(first, between(random, 0, count - 1))
  const way: Way = {
    ...{ random, steps: [], underWay: [], day: receivedOn, stage: 'examining' },
    startedOn: receivedOn,
  }
  for (let left = between(random, 0, 9); left > 0 && way.stage !== 'closed'; left -= 1) goOn(way)
  const arriving = way.underWay.filter(
    ({ on }) => way.stage !== 'closed' || on < way.day || random() < 0.02,
  )
  const order = random() < 0.2 ? random : () => 0
  const steps = [...way.steps, ...arriving]
    .map((step) => ({ step, place: order() }))
    .sort((a, b) => compare(a.step.on, b.step.on) || a.place - b.place)
    .map(({ step }) => step)
  return { receivedOn: addDays(receivedOn, random() < 0.01 ? 3 : 0), steps }
}

/** `steps` as people record them: the days in any order, the steps of one day in theirs. */
export function outOfOrder(random: Random, steps: readonly ClockStep[]): readonly ClockStep[] {
  const places = new Map<LocalDate, number>(steps.map(({ on }) => [on, random()]))
  return steps.toSorted((a, b) => (places.get(a.on) ?? 0) - (places.get(b.on) ?? 0))
}

/** The file while its history is made up. */
type Way = {
  readonly random: Random
  readonly steps: ClockStep[]
  /** What comes of letters that were sent, each on its day, whatever else happens. */
  readonly underWay: ClockStep[]
  day: LocalDate
  stage: Stage
  /** The day from which the period is counted. */
  startedOn: LocalDate
}

function goOn(way: Way): void {
  const later = addDays(way.day, pick(way.random, GAPS))
  const edge = workedDayAfter(way.startedOn, pick(way.random, EDGES))
  way.day = way.random() < 0.2 && edge >= way.day ? edge : later
  const step = pick(way.random, NEXT[way.stage])(way)
  way.steps.push(step)
  way.day = step.on
  const { to, restarts } = CLOCK_STEPS[step.name]
  way.stage = to ?? way.stage
  if (restarts) way.startedOn = step.on
}

/** Working days after the start on which something ends. */
const EDGES = [7, 8, 20, 20, 21]

/** Days between two steps. */
const GAPS = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 13, 18, 25, 40, 90]

type Make = (way: Way) => ClockStep
type Plain = Exclude<
  ClockStep['name'],
  | 'askCorrection'
  | 'askReasons'
  | 'postpone'
  | 'consult'
  | 'extend'
  | `consultationArrives`
  | 'receiveOpinion'
>

const plain =
  (name: Plain): Make =>
  ({ day }) => ({ name, on: day })
const limited =
  (name: 'askCorrection' | 'askReasons' | 'postpone'): Make =>
  ({ day, random }) => ({ name, on: day, until: addDays(day, between(random, 0, 60)) })
/** Mostly after reasons were given. */
const postpone: Make = (way) => {
  const isExplained = way.steps.some(({ name }) => name === 'receiveReasons')
  return limited(isExplained || way.random() < 0.05 ? 'postpone' : 'askReasons')(way)
}
const extend: Make = ({ day, random }) => ({
  name: 'extend',
  on: day,
  days: between(random, 0, 21),
})
const abandon: Make = ({ day, random }) => ({
  name: 'abandon',
  on: addDays(day, between(random, 0, 60)),
})
const [correct, pay, reply, withdraw] = [
  plain('receiveCorrection'),
  plain('payFee'),
  plain('reply'),
  plain('withdraw'),
]
const [arrive, explain] = [plain('feeNoticeArrives'), plain('receiveReasons')]

/** What may come next; twice: it comes more often. */
// biome-ignore format: one stage a line
const NEXT: Readonly<Record<Stage, readonly Make[]>> = {
  examining:          [consult, consult, consult, consult, limited('askCorrection'), limited('askCorrection'), extend, extend, plain('askFee'), limited('askReasons'), postpone, postpone, reply, withdraw],
  awaitingCorrection: [correct, correct, correct, abandon, reply, withdraw],
  awaitingReasons:    [explain, explain, extend, reply, withdraw],
  awaitingFee:        [arrive, arrive, pay, pay, abandon, withdraw],
  closed:             [],
}

function consult({ day, random, steps, underWay }: Way): ClockStep {
  const consultation = `函${between(random, 0, 30) === 0 ? 1 : steps.length}`
  const whom = pick(random, ['thirdParty', 'coMaker', 'otherAuthority'] as const)
  const [arrivesOn, answeredOn] = [between(random, 0, 8), between(random, 0, 45)].map((days) =>
    addDays(day, days),
  )
  if (arrivesOn && random() < 0.7)
    underWay.push({ name: 'consultationArrives', on: arrivesOn, consultation })
  if (answeredOn && random() < 0.7)
    underWay.push({ name: 'receiveOpinion', on: answeredOn, consultation })
  const until = random() < 0.4 && { until: addDays(day, between(random, 1, 30)) }
  return { name: 'consult', on: day, consultation, whom, ...until }
}

function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[between(random, 0, from.length - 1)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
