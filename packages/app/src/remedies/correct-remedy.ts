import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { changeFacts } from './change-facts.js'
import { keeperOf, openRemedy, type RemedyRef, type RemedyRefusal } from './open-remedy.js'
import type { Remedy, RemedyFacts } from './remedy.js'

export type CorrectRemedy = RemedyRef & { readonly facts: RemedyFacts; readonly reason: string }

type NoReason = Refusal<'remedy.no-reason'>

/** 更正登记: what was written down wrongly, with the reason. What was and what is stand in the record; instances are not taken away. */
export async function correctRemedy(
  platform: Platform,
  actor: Actor,
  { facts, reason, ...ref }: CorrectRemedy,
) {
  return changeFacts<NoReason | Refusal<'remedy.instances-kept'>>({ platform, actor }, ref, {
    ...{ actionOf: keeperOf, event: 'remedyCorrected', reason: reason.trim() },
    to(remedy) {
      if (!reason.trim()) return NO_REASON
      return facts.instances.length === remedy.instances.length ? ok(facts) : INSTANCES_KEPT
    },
  })
}

/** 去除: takes out of the register what was registered by mistake. It stays to be seen with the reason, and is counted no more. */
export async function strikeRemedy(
  platform: Platform,
  actor: Actor,
  { reason, ...ref }: RemedyRef & { readonly reason: string },
): Promise<Result<Remedy, RemedyRefusal | NoReason>> {
  return transact<Result<Remedy, RemedyRefusal | NoReason>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRemedy(tx, actor, keeperOf, ref)
      if (!opened.ok) return opened
      const { as, remedy } = opened.value
      const struckReason = reason.trim()
      if (!struckReason) return NO_REASON
      const after = { nextOn: null, nextWhat: null, struckReason, version: remedy.version + 1 }
      await tx
        .updateTable('remedy')
        .set({
          ...{ struck_by: actor.personId, struck_at: platform.now(), struck_reason: struckReason },
          ...{ next_on: null, next_what: null, version: after.version },
        })
        .where('id', '=', remedy.id)
        .executeTakeFirstOrThrow()
      record({
        ...{ as, name: 'remedyStruck', subject: { kind: 'remedy', id: remedy.id } },
        // The reason stands with the remedy: it may name somebody, and the record is read by others.
        authorityId: remedy.authorityId,
        detail: { kind: remedy.kind },
      })
      return ok({ ...remedy, ...after })
    },
  )
}

const NO_REASON = refuse('remedy.no-reason', '请写明更正的原因，它留在办理经过里。')
const INSTANCES_KEPT = refuse(
  'remedy.instances-kept',
  '更正不增减审级。增加的，请登记下一审级；整件登记错误的，请从台账中去除后重新登记。',
)
