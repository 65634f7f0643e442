import { ok, type RemedyKind, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { tellableReason } from '../requests/masking.js'
import type { Action } from '../rights/rights.js'
import { transact } from '../storage/transact.js'
import { type FactsRefusal, refuseFacts } from './check-facts.js'
import { openRemedy, type RemedyRef, type RemedyRefusal } from './open-remedy.js'
import { type LinkRefusal, linked } from './register-remedy.js'
import type { Instance, Remedy, RemedyFacts } from './remedy.js'
import { changeRemedy } from './write-remedy.js'

export type ChangeFactsRefusal = RemedyRefusal | FactsRefusal | LinkRefusal

/** One step with a remedy: who may take it, what it is called in the record, and what is written down then. */
export type RemedyStep<R> = {
  readonly actionOf: (kind: RemedyKind) => Action
  readonly event: string
  readonly reason?: string
  readonly to: (
    remedy: Remedy,
    platform: Platform,
  ) => Result<RemedyFacts, R & { code: string; message: string }>
}

/** Takes a step: the facts after it are checked as a whole, the days are reckoned anew, and the record holds what was and what is. */
export async function changeFacts<R>(
  { platform, actor }: { readonly platform: Platform; readonly actor: Actor },
  ref: RemedyRef,
  { actionOf, event, reason, to }: RemedyStep<R>,
) {
  type Refused = ChangeFactsRefusal | (R & { code: string; message: string })
  return transact<Result<Remedy, Refused>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRemedy(tx, actor, actionOf, ref)
    if (!opened.ok) return opened
    const { as, remedy } = opened.value
    const asked = to(remedy, platform)
    if (!asked.ok) return asked
    const refused = refuseFacts(remedy.kind, asked.value, today(platform))
    if (refused) return refused
    const facts = await linked(tx, remedy, asked.value)
    if (!facts.ok) return facts
    const after = await changeRemedy(tx, platform, remedy, facts.value)
    record({
      ...{ as, name: event, subject: { kind: 'remedy', id: remedy.id } },
      authorityId: remedy.authorityId,
      ...(reason && { reason: await tellableReason(tx, remedy.requestId, reason) }),
      detail: { before: factsOf(remedy), after: factsOf(after), nextOn: after.nextOn },
    })
    return ok(after)
  })
}

/** The facts of a remedy without what is reckoned from them. */
export function factsOf(remedy: Remedy): RemedyFacts {
  const { body, requestId, decisionNumber, letterId, ground, afterId, instances, redo } = remedy
  return { body, requestId, decisionNumber, letterId, ground, afterId, instances, redo }
}

/** The same with its last instance changed. */
export function withLast(remedy: Remedy, change: Partial<Instance>): RemedyFacts {
  const facts = factsOf(remedy)
  const last = facts.instances.length - 1
  const instances = facts.instances.map((one, index) =>
    index === last ? { ...one, ...change } : one,
  )
  return { ...facts, instances }
}
