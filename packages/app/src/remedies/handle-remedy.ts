import {
  inForce,
  type LocalDate,
  ok,
  REQUEST_PERIODS,
  type Refusal,
  type RemedyResult,
  refuse,
} from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { changeFacts, factsOf, withLast } from './change-facts.js'
import { keeperOf, type RemedyRef } from './open-remedy.js'
import { begun, type NewInstance } from './register-remedy.js'

const byDesk = () => 'remedy.handle' as const

/** 答复: the day on which the answer and the evidence went to the body that decides. A late one is registered as it was. */
export async function answerRemedy(
  platform: Platform,
  actor: Actor,
  { on, ...ref }: RemedyRef & { readonly on: LocalDate },
) {
  return changeFacts<Refusal<'remedy.not-open'>>({ platform, actor }, ref, {
    ...{ actionOf: byDesk, event: 'remedyAnswered' },
    to(remedy) {
      const last = remedy.instances.at(-1)
      const isOpen = last && !last.decidedOn && !last.answeredOn
      return isOpen ? ok(withLast(remedy, { answeredOn: on })) : NOT_OPEN
    },
  })
}

export type DecideRemedy = RemedyRef & {
  readonly on: LocalDate
  readonly result: RemedyResult
  /** Where a new decision was ordered: the day on which the order was received, and its period in working days, that of a reply where it names none. */
  readonly redo: { readonly from: LocalDate; readonly days: number | null } | null
}

/** 登记结果: what was decided, and by when the request must be decided anew. */
export async function decideRemedy(
  platform: Platform,
  actor: Actor,
  { on, result, redo, ...ref }: DecideRemedy,
) {
  return changeFacts<Refusal<'remedy.not-open'>>({ platform, actor }, ref, {
    ...{ actionOf: keeperOf, event: 'remedyDecided' },
    to(remedy) {
      if (remedy.instances.at(-1)?.decidedOn !== null) return NOT_OPEN
      const days = redo && (redo.days ?? replyDays(redo.from))
      const anew = redo && days ? { from: redo.from, days, doneOn: null, number: null } : null
      return ok({ ...withLast(remedy, { decidedOn: on, result }), redo: anew })
    },
  })
}

/** 二审、再审: the next instance of a suit, which replaces the one before in the counting. */
export async function addInstance(
  platform: Platform,
  actor: Actor,
  { instance, ...ref }: RemedyRef & { readonly instance: NewInstance },
) {
  return changeFacts<never>({ platform, actor }, ref, {
    ...{ actionOf: byDesk, event: 'remedyInstanceAdded' },
    to: (remedy) =>
      ok({
        ...factsOf(remedy),
        ...{ instances: [...remedy.instances, begun(instance)], redo: null },
      }),
  })
}

/** 重新答复: the request was decided anew, with the number of that decision. */
export async function recordRedone(
  platform: Platform,
  actor: Actor,
  { on, number, ...ref }: RemedyRef & { readonly on: LocalDate; readonly number: string | null },
) {
  return changeFacts<Refusal<'remedy.not-ordered'>>({ platform, actor }, ref, {
    ...{ actionOf: byDesk, event: 'decisionRedone' },
    to: (remedy) =>
      remedy.redo && !remedy.redo.doneOn
        ? ok({ ...factsOf(remedy), redo: { ...remedy.redo, doneOn: on, number } })
        : NOT_ORDERED,
  })
}

function replyDays(from: LocalDate): number {
  const { reply } = REQUEST_PERIODS
  return from < reply[0].from ? reply[0].value : inForce(reply, from).value
}

const NOT_OPEN = refuse(
  'remedy.not-open',
  '这一审级已经登记，不再等待答复或者结果。确有错误的，请用“更正登记”。',
)
const NOT_ORDERED = refuse('remedy.not-ordered', '没有等待重新作出的答复。请刷新后再看。')
