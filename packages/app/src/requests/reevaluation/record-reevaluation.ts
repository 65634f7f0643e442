import { randomUUIDv7 } from 'node:crypto'
import {
  addMonths,
  LONGEST_REEVALUATION,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import { type Actor, type Holding, type Platform, today } from '../../context.js'
import { holdLaw } from '../../overlays/read-law.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact, type Work } from '../../storage/transact.js'
import { addProposal, refuseSecond, tellDeciders } from '../proactive/propose-proactive.js'
import { allowOnRequest, lockRequest, type RequestFile, type RequestNotFound } from '../request.js'
import {
  type ReevaluationOutcome,
  reevaluationOn,
  type Withheld,
  withheldOf,
} from './reevaluation.js'

/** A request whose refusal is looked at, and the day that was on the screen. */
type Looked = {
  readonly requestId: string
  readonly dueOn: LocalDate
  readonly reason: string
}

export type RecordReevaluation = Looked &
  (
    | { readonly outcome: 'withheld' | 'moved'; readonly nextOn: LocalDate }
    /** What is to be published. */
    | { readonly outcome: 'disclosable'; readonly title: string }
  )

export type ReevaluationRefusal =
  | RightRefusal
  | RequestNotFound
  | Refusal<
      | 'reevaluation.nothing-withheld'
      | 'reevaluation.moved'
      | 'reevaluation.no-reason'
      | 'reevaluation.day-wrong'
      | 'proactive.waiting'
      | 'proactive.suggested'
    >

/**
 * 登记定期评估的结果（第十八条）: what was refused stays withheld until the next day, or may be disclosed, which is proposed at once (第四十四条) and decided by another; or its day is put
 * off, before it was looked at. Each with its reason.
 */
export async function recordReevaluation(
  platform: Platform,
  actor: Actor,
  command: RecordReevaluation,
): Promise<Result<null, ReevaluationRefusal>> {
  return transact<Result<null, ReevaluationRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const { requestId, dueOn, outcome, reason } = command
    const allowed = await allowOnRequest(tx, actor, 'reevaluation.record', requestId)
    if (!allowed.ok) return allowed
    if (!reason.trim()) return NO_REASON
    const request = await lockRequest(tx, requestId)
    const day = today(platform)
    const { value } = reevaluationOn(await holdLaw(tx, platform), day)
    const withheld = await withheldOf(tx, request, value.months)
    if (!withheld) return NOTHING_WITHHELD
    if (withheld.dueOn !== dueOn) return MOVED
    if (outcome === 'disclosable')
      return disclose(work, platform, actor, { as: allowed.value, request, withheld }, command)
    const { nextOn } = command
    if (nextOn <= day || nextOn > addMonths(day, LONGEST_REEVALUATION)) return DAY_WRONG
    await add(work, platform, actor, { as: allowed.value, request, withheld }, command)
    return ok(null)
  })
}

type Opened = {
  readonly as: Holding
  readonly request: RequestFile
  readonly withheld: Withheld
}

/** What may be disclosed is proposed; where that is declined, it is looked at again. */
async function disclose(
  work: Work,
  platform: Platform,
  actor: Actor,
  opened: Opened,
  { title, reason }: { readonly title: string; readonly reason: string },
): Promise<Result<null, ReevaluationRefusal>> {
  const { request, withheld } = opened
  const second = await refuseSecond(work.tx, request.id, false)
  if (second) return second
  const proposalId = await addProposal(work, platform, request, {
    ...{ title, reason: 'changed', says: reason, fileIds: [], suggestedOn: null },
    ...{ letterId: withheld.letterId, proposedBy: actor.personId },
  })
  await add(work, platform, actor, opened, { outcome: 'disclosable', reason, proposalId })
  await tellDeciders(work.tx, actor, request)
  return ok(null)
}

type Found = {
  readonly outcome: ReevaluationOutcome
  readonly reason: string
  readonly nextOn?: LocalDate
  readonly proposalId?: string
}

async function add(
  { tx, record }: Work,
  platform: Platform,
  { personId }: Actor,
  { as, request, withheld }: Opened,
  { outcome, reason, nextOn, proposalId }: Found,
): Promise<void> {
  await tx
    .insertInto('reevaluation')
    .values({
      ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), request_id: request.id },
      ...{ authority_id: request.authorityId, letter_id: withheld.letterId, outcome },
      ...{ happened_on: today(platform), reason: reason.trim(), recorded_by: personId },
      ...{ next_on: nextOn ?? null, proposal_id: proposalId ?? null },
    })
    .execute()
  record({
    ...{ as, name: EVENTS[outcome], authorityId: request.authorityId },
    // The reason stands with it: it may name somebody, and the record is read by others.
    subject: { kind: 'request', id: request.id },
    detail: { dueOn: { before: withheld.dueOn, after: nextOn ?? null } },
  })
}

// biome-ignore format: table
const EVENTS: Readonly<Record<ReevaluationOutcome, string>> = {
  withheld:    'reevaluationWithheld',
  disclosable: 'reevaluationDisclosable',
  moved:       'reevaluationMoved',
}

const NO_REASON = refuse('reevaluation.no-reason', '请写明评估的理由或者改期的原因。')
const NOTHING_WITHHELD = refuse(
  'reevaluation.nothing-withheld',
  '这件申请没有依照条例第十四条至第十六条不予公开的信息，不需要定期评估。',
)
const MOVED = refuse(
  'reevaluation.moved',
  '评估的日期已经变动，或者已由他人登记，本次没有保存。请刷新后查看。',
)
const DAY_WRONG = refuse(
  'reevaluation.day-wrong',
  `下次评估的日期应当在今天以后，并且不超过${LONGEST_REEVALUATION}个月。请核对日期。`,
)
