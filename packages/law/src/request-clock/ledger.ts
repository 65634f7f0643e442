import { type Citation, cite } from '../citation.js'
import { addDays, type LocalDate } from '../local-date.js'
import { inForce } from '../provision.js'
import { isProvisional, isWorkingDay, whyWorked } from '../work-calendar.js'
import type { RequestClock, RequestLaw, Run, Wait } from './clock.js'
import { CLOCK_STEPS } from './steps.js'

/** One day of a request and what it does to the reply period. */
export type LedgerDay = {
  readonly date: LocalDate
  readonly kind: 'dayZero' | 'counted' | 'extension' | 'off' | 'waiting' | 'postponed' | 'overdue'
  /** The how manieth working day of the period, where it counts. */
  readonly count: number | null
  /** Chinese, for the file. */
  readonly why: string
  readonly source: Citation
  /** No notice is held for the day: it may still move. */
  readonly provisional: boolean
}

const COUNTING = cite('CIVIL-CODE', 201)
const REPLY = cite('OGI-2019', 33, 2)

/**
 * Every day of a request from its receipt to the day by which it is to be replied to, each with its reason. While
 * somebody is waited for without a known end, through `through`.
 */
export function dayLedger(
  clock: RequestClock,
  law: RequestLaw,
  through: LocalDate,
): readonly LedgerDay[] {
  return clock.runs.flatMap((run) => {
    const days: LedgerDay[] = []
    for (const day of daysOf(run, clock, law)) {
      if (isWaitingWithoutEnd(day, clock) && day.date > through) break
      days.push(day)
    }
    return days
  })
}

/**
 * The days of one run: to the day before the next, of the last to its due date. Without end where a wait has none.
 */
export function* daysOf(run: Run, clock: RequestClock, law: RequestLaw): Generator<LedgerDay> {
  const { calendar } = law
  const period = inForce(law.periods.reply, clock.receivedOn).value
  const next = clock.runs[clock.runs.indexOf(run) + 1]
  const quota = period + run.extensionDays
  let count = 0
  for (let date = run.dayZero; ; date = addDays(date, 1)) {
    // Once the period has run out, a consultation leaves out nothing (第三十三条第三款: of the period).
    const wait = clock.waits.find((one) => holds(one, date) && (count < quota || one.startsAnew))
    const isPostponed = run.postponedTo !== null && date <= run.postponedTo
    if (next ? date >= next.dayZero : count === quota && !isPostponed && !wait) return
    const provisional = isProvisional(calendar, date)
    if (date === run.dayZero && !countsFrom(run, law))
      yield { date, ...uncounted('dayZero'), ...DAY_ZERO[run.by], provisional }
    else if (wait) yield { date, ...uncounted('waiting'), ...WAITING[wait.kind], provisional }
    else if (count === quota) {
      const kind = isPostponed ? 'postponed' : 'overdue'
      yield { date, ...uncounted(kind), ...AFTER[kind], provisional }
    } else if (isWorkingDay(calendar, date)) {
      count += 1
      yield { date, ...counted(count, period, whyWorked(calendar, date)), provisional }
    } else
      yield {
        date,
        ...uncounted('off'),
        why: whyWorked(calendar, date),
        source: COUNTING,
        provisional,
      }
  }
}

/** Whether the first day of `run` counts. */
function countsFrom({ by }: Run, { choices }: RequestLaw): boolean {
  return by === 'payFee' && choices.paymentDay === 'same'
}

function uncounted<Kind extends LedgerDay['kind']>(kind: Kind) {
  return { kind, count: null }
}

function counted(count: number, period: number, why: string) {
  const extended = count - period
  return extended > 0
    ? {
        kind: 'extension' as const,
        count,
        why: `${why}，第${count}个工作日（延长期第${extended}个）`,
        source: REPLY,
      }
    : { kind: 'counted' as const, count, why: `${why}，第${count}个工作日`, source: REPLY }
}

/** Whether `day` waits and nobody can say when the waiting will end. */
export function isWaitingWithoutEnd({ kind, date }: LedgerDay, { waits }: RequestClock): boolean {
  return kind === 'waiting' && waits.some(({ from, through }) => through === null && from <= date)
}

function holds({ from, through }: Wait, date: LocalDate): boolean {
  return from <= date && (through === null || date <= through)
}

// biome-ignore format: one reason a line
const AFTER: Readonly<Record<'postponed' | 'overdue', Pick<LedgerDay, 'why' | 'source'>>> = {
  postponed: { why: '延迟答复的期限内', source: CLOCK_STEPS.postpone.source },
  overdue:   { why: '答复期限已经届满', source: REPLY },
}

// biome-ignore format: one reason a line
const DAY_ZERO: Readonly<Record<Run['by'], Pick<LedgerDay, 'why' | 'source'>>> = {
  receive:           { why: '收到申请当日，不计入', source: COUNTING },
  receiveCorrection: { why: '收到补正当日，答复期限重新起算，当日不计入', source: CLOCK_STEPS.receiveCorrection.source },
  payFee:            { why: '缴费当日，答复期限自次日重新起算', source: CLOCK_STEPS.payFee.source },
}

// biome-ignore format: one reason a line
const WAITING: Readonly<Record<Wait['kind'], Pick<LedgerDay, 'why' | 'source'>>> = {
  correction:     { why: '等待补正，不计入', source: CLOCK_STEPS.askCorrection.source },
  fee:            { why: '等待缴费，不计入', source: CLOCK_STEPS.feeNoticeArrives.source },
  reasons:        { why: '等待说明理由，不计入', source: CLOCK_STEPS.askReasons.source },
  thirdParty:     { why: '征求第三方意见，不计入', source: CLOCK_STEPS.consult.source },
  coMaker:        { why: '征求共同制作机关意见，不计入', source: CLOCK_STEPS.consult.source },
  otherAuthority: { why: '征求其他机关意见，不计入', source: CLOCK_STEPS.consult.source },
}
