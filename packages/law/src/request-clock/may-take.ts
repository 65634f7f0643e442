import { addDays, type LocalDate, localDate } from '../local-date.js'
import { inForce } from '../provision.js'
import { type Refusal, refuse } from '../refusal.js'
import { onWorkingDay } from '../work-calendar.js'
import { lastRun, type RequestClock, type RequestLaw } from './clock.js'
import { replyDueOn } from './due-date.js'
import { CLOCK_STEPS, type ClockStep } from './steps.js'

export type ClockRefusal = Refusal<
  | 'clock.before-receipt'
  | 'clock.no-provision'
  | 'clock.day-too-far'
  | 'clock.wrong-stage'
  | 'clock.correction-once'
  | 'clock.extension-once'
  | 'clock.extension-days'
  | 'clock.extension-late'
  | 'clock.postponement-late'
  | 'clock.no-reasons'
  | 'clock.no-consultation'
  | 'clock.consultation-known'
  | 'clock.limit-not-after'
  | 'clock.limit-not-over'
>

/** A slip of the pen lies beyond: ten years from the receipt to any step or limit. The walk day by day must end. */
const FURTHEST_DAYS = 3653
const LAST_RECEIPT = localDate('2199-12-31')

type Refused = { readonly ok: false; readonly refusal: ClockRefusal }

/** Why a request received on `receivedOn` has no clock: the Regulations of 2019 were not in force, or no such day is meant. */
export function refusalOfReceipt(
  receivedOn: LocalDate,
  { periods }: RequestLaw,
): Refused | undefined {
  const { from, source } = periods.reply[0]
  if (receivedOn > LAST_RECEIPT) return tooFar(receivedOn)
  if (receivedOn >= from) return undefined
  const message = `答复期限的规定自${from}起施行，收到申请之日（${receivedOn}）早于该日，请核对日期`
  return refuse('clock.no-provision', message, source)
}

/** Why `step` may not be taken on `clock`; undefined where it may. */
export function refusalOf(
  clock: RequestClock,
  step: ClockStep,
  law: RequestLaw,
): Refused | undefined {
  const { title, from, source } = CLOCK_STEPS[step.name]
  if (step.on < clock.receivedOn) {
    return refuse(
      'clock.before-receipt',
      `“${title}”的日期（${step.on}）早于收到申请之日（${clock.receivedOn}），请核对日期`,
    )
  }
  const furthest = addDays(clock.receivedOn, FURTHEST_DAYS)
  const until = 'until' in step ? (step.until ?? step.on) : step.on
  if (step.on > furthest || until > furthest) return tooFar(step.on > furthest ? step.on : until)
  if (!from.includes(clock.stage)) {
    return refuse(
      'clock.wrong-stage',
      `申请不在可以“${title}”的阶段，请先核对已经办理的步骤及其日期`,
      source,
    )
  }
  if ('until' in step && step.until !== undefined && step.until <= step.on) {
    return refuse(
      'clock.limit-not-after',
      `期限（${step.until}）应当晚于发出之日（${step.on}）`,
      source,
    )
  }
  return OF_STEP[step.name]?.(clock, step, law)
}

function tooFar(date: LocalDate): Refused {
  return refuse('clock.day-too-far', `日期（${date}）过于久远，请核对年份`)
}

type Check = (clock: RequestClock, step: ClockStep, law: RequestLaw) => Refused | undefined

const OF_STEP: Partial<Record<ClockStep['name'], Check>> = {
  askCorrection({ steps }) {
    if (!steps.some(({ name }) => name === 'askCorrection')) return undefined
    const message =
      '补正应当一次性告知，这件申请已经告知过；补正后内容仍不明确的，按“补正后申请内容仍不明确”答复'
    return refuse('clock.correction-once', message, CLOCK_STEPS.askCorrection.source)
  },
  consult({ waits }, step) {
    if (step.name !== 'consult') return undefined
    if (!waits.some(({ consultation }) => consultation === step.consultation)) return undefined
    return refuse('clock.consultation-known', '这一次征求意见已经登记')
  },
  consultationArrives: knownConsultation,
  receiveOpinion: knownConsultation,
  extend,
  postpone,
  askFee(_, { on }, { periods }) {
    const { from, source } = periods.feePayment[0]
    if (on >= from) return undefined
    const message = `信息处理费的规定自${from}起施行，在此之前（${on}）不能通知缴费，请核对日期`
    return refuse('clock.no-provision', message, source)
  },
  abandon({ waits }, { on }, law) {
    const open = waits.find(
      ({ kind, isOver }) => !isOver && (kind === 'correction' || kind === 'fee'),
    )
    const limit = open?.limit && onWorkingDay(law.calendar, open.limit)
    if (limit && on > limit) return undefined
    const message = limit
      ? `期限至${limit}届满，届满之前不能按视为放弃办理`
      : '还没有登记申请人收到收费通知的日期，缴费期限尚未起算'
    return refuse('clock.limit-not-over', message, sourceOfLimit(open?.kind, law))
  },
}

function knownConsultation({ waits }: RequestClock, step: ClockStep): Refused | undefined {
  const { source, title } = CLOCK_STEPS[step.name]
  const isKnown =
    'consultation' in step && waits.some((one) => one.consultation === step.consultation)
  if (isKnown) return undefined
  return refuse('clock.no-consultation', `登记“${title}”之前，应当先登记征求意见书的发出`, source)
}

function extend(clock: RequestClock, step: ClockStep, law: RequestLaw): Refused | undefined {
  if (step.name !== 'extend') return undefined
  const { steps, receivedOn } = clock
  const { value, source } = inForce(law.periods.extension, receivedOn)
  const isExtended =
    law.choices.secondExtension === 'never'
      ? steps.some(({ name }) => name === 'extend')
      : lastRun(clock).extensionDays > 0
  if (isExtended)
    return refuse('clock.extension-once', '答复期限已经延长过一次，不能再次延长', source)
  if (!Number.isInteger(step.days) || step.days < 1 || step.days > value) {
    return refuse('clock.extension-days', `延长的期限应当为1至${value}个工作日`, source)
  }
  // What is extended is the period of working days, not the later day of 第三十五条.
  const unpostponed: RequestClock = { ...clock, runs: [{ ...lastRun(clock), postponedTo: null }] }
  const { date } = replyDueOn(unpostponed, law)
  if (date && step.on > date) {
    return refuse('clock.extension-late', `答复期限已于${date}届满，届满之后不能延长`, source)
  }
  return undefined
}

function postpone(clock: RequestClock, { on }: ClockStep, law: RequestLaw): Refused | undefined {
  if (!clock.steps.some(({ name }) => name === 'receiveReasons')) {
    const message =
      '申请人说明的理由合理的，才可以确定延迟答复的期限；请先登记“要求说明理由”和“收到说明的理由”，其他情形需要更长时间的，应当在期限内延长答复期限'
    return refuse('clock.no-reasons', message, CLOCK_STEPS.postpone.source)
  }
  const { date } = replyDueOn(clock, law)
  if (!date || on <= date) return undefined
  const message = `答复期限已于${date}届满，届满之后不能再确定延迟答复的期限`
  return refuse('clock.postponement-late', message, CLOCK_STEPS.postpone.source)
}

function sourceOfLimit(kind: string | undefined, law: RequestLaw) {
  return kind === 'fee' ? law.periods.feePayment[0].source : CLOCK_STEPS.abandon.source
}
