import {
  isResultOf,
  type LocalDate,
  REMEDY_KINDS,
  REMEDY_RESULTS,
  type Refusal,
  type RemedyKind,
  refuse,
} from '@gongkai/law'
import type { Instance, RemedyFacts } from './remedy.js'

export type FactsRefusal = Refusal<
  | 'remedy.body-missing'
  | 'remedy.day-in-future'
  | 'remedy.days-out-of-order'
  | 'remedy.one-instance'
  | 'remedy.wrong-result'
  | 'remedy.still-open'
  | 'remedy.nothing-to-redo'
>

/** Why these facts cannot stand in the register on `today`; null where they can. */
export function refuseFacts(kind: RemedyKind, facts: RemedyFacts, today: LocalDate) {
  if (facts.body.trim() === '')
    return refuse('remedy.body-missing', `请填写${REMEDY_KINDS[kind].body}的名称。`)
  return refuseInstances(kind, facts.instances) ?? refuseRedo(facts) ?? refuseFuture(facts, today)
}

function refuseInstances(kind: RemedyKind, instances: readonly Instance[]) {
  const isSuit = kind === 'suit' || kind === 'suitAfterReconsideration'
  if (!isSuit && instances.length !== 1) return ONE_INSTANCE
  for (const [index, one] of instances.entries()) {
    const { receivedOn, answeredOn, decidedOn, result } = one
    const before = instances[index - 1]
    if (before && before.decidedOn === null) return STILL_OPEN
    const isLate = (day: LocalDate | null) => day !== null && day < receivedOn
    if (isLate(answeredOn) || isLate(decidedOn) || isLate(one.answerBy)) return OUT_OF_ORDER
    if (before?.decidedOn && receivedOn < before.decidedOn) return OUT_OF_ORDER
    if ((decidedOn === null) !== (result === null) || (result && !isResultOf(kind, result)))
      return WRONG_RESULT
  }
  return null
}

/** Made anew is what did not stand; of a complaint what the office had put right. */
function refuseRedo({ instances, redo }: RemedyFacts) {
  if (!redo) return null
  const last = instances.at(-1)
  const result = last?.result ? REMEDY_RESULTS[last.result] : null
  const isOrdered = result !== null && (result.column === '结果纠正' || result.column === null)
  if (!isOrdered || redo.days < 1 || redo.days > 250) return NOTHING_TO_REDO
  if (last?.decidedOn && redo.from < last.decidedOn) return OUT_OF_ORDER
  return redo.doneOn && redo.doneOn < redo.from ? OUT_OF_ORDER : null
}

function refuseFuture({ instances, redo }: RemedyFacts, today: LocalDate) {
  const happened = [
    ...instances.flatMap(({ receivedOn, answeredOn, decidedOn }) => [
      receivedOn,
      answeredOn,
      decidedOn,
    ]),
    redo?.from,
    redo?.doneOn,
  ]
  const ahead = happened.find((day) => day && day > today)
  return ahead ? refuse('remedy.day-in-future', `日期（${ahead}）晚于今天，请核对日期。`) : null
}

const ONE_INSTANCE = refuse(
  'remedy.one-instance',
  '行政复议、投诉举报没有审级。不服复议决定起诉的，请另行登记“复议后起诉”。',
)
const STILL_OPEN = refuse(
  'remedy.still-open',
  '上一审级还没有登记结果。请先登记结果，再登记下一审级。',
)
const OUT_OF_ORDER = refuse(
  'remedy.days-out-of-order',
  '日期的先后不对：答复、结果不能早于收到之日，下一审级、重新答复不能早于上一结果。请核对日期。',
)
const WRONG_RESULT = refuse(
  'remedy.wrong-result',
  '结果与救济的种类不符，或者只填写了结果、日期中的一项。请重新选择结果并填写日期。',
)
const NOTHING_TO_REDO = refuse(
  'remedy.nothing-to-redo',
  '只有结果纠正、督促整改的，才登记重新答复，期限为1至250个工作日。请核对结果和期限。',
)
