import { randomUUIDv7 } from 'node:crypto'
import {
  type LocalDate,
  ok,
  PROACTIVE_REASONS,
  type ProactiveReason,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { holdersOf } from '../../notices/recipients.js'
import type { RightRefusal } from '../../rights/allow.js'
import { RIGHTS } from '../../rights/rights.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { allowOnRequest, lockRequest, type RequestFile, type RequestNotFound } from '../request.js'
import { decisionOf, findProposal, givesOut, type ProactiveProposal } from './proposal.js'
import { filesOfLetter } from './supplied-files.js'

export type ProposeProactive = {
  readonly requestId: string
  /** What is to be published, without a name of who asked. */
  readonly title: string
  readonly reason: ProactiveReason
  readonly says: string
  /** Of the files that went with the decision. */
  readonly fileIds: readonly string[]
  /** Where the applicant suggested it by other ways than the portal: on which day. */
  readonly suggestedOn: LocalDate | null
}

export type ProposeRefusal =
  | RightRefusal
  | RequestNotFound
  | Refusal<
      | 'proactive.nothing-given'
      | 'proactive.waiting'
      | 'proactive.suggested'
      | 'proactive.file-wrong'
      | 'proactive.reason-wrong'
      | 'proactive.day-wrong'
    >

/** 提请转为主动公开: what was given out on a request, or a part of it, shall be public to everybody (第四十四条). Somebody else decides. A suggestion that the applicant made at the counter is registered so, too. */
export async function proposeProactive(
  platform: Platform,
  actor: Actor,
  command: ProposeProactive,
): Promise<Result<ProactiveProposal, ProposeRefusal>> {
  return transact<Result<ProactiveProposal, ProposeRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const { requestId, suggestedOn, reason } = command
    const allowed = await allowOnRequest(tx, actor, 'proactive.propose', requestId)
    if (!allowed.ok) return allowed
    const request = await lockRequest(tx, requestId)
    const decision = await decisionOf(tx, requestId)
    if (!decision || !givesOut(decision.grounds)) return NOTHING_GIVEN
    // What changed after a refusal is found by looking at it again (第十八条).
    if (reason === 'changed' || (suggestedOn && !PROACTIVE_REASONS[reason].isSuggested))
      return REASON_WRONG
    if (suggestedOn && (suggestedOn < decision.decidedOn || suggestedOn > today(platform)))
      return DAY_WRONG
    const files = await filesOfLetter(tx, platform, decision.letterId)
    const known = files.map(({ id }) => id)
    if (command.fileIds.some((id) => !known.includes(id))) return FILE_WRONG
    const waiting = await refuseSecond(tx, requestId, suggestedOn !== null)
    if (waiting) return waiting
    const proposed = { ...command, letterId: decision.letterId, proposedBy: actor.personId }
    const id = await addProposal(work, platform, request, proposed)
    const as = allowed.value
    const detail = { proposalId: id, reason, suggestedOn }
    const subject = { kind: 'request', id: requestId }
    work.record({
      ...{ as, name: 'proactiveProposed', subject, authorityId: request.authorityId, detail },
    })
    await tellDeciders(tx, actor, request)
    return ok(await findProposal(tx, id))
  })
}

type NewProposal = Omit<ProposeProactive, 'requestId'> & {
  readonly letterId: string | null
  /** Null where the applicant does it himself. */
  readonly proposedBy: string | null
}

/** Writes a proposal. Returns its id. */
export async function addProposal(
  { tx }: Work,
  platform: Platform,
  { id: requestId, authorityId }: Pick<RequestFile, 'id' | 'authorityId'>,
  { title, reason, says, fileIds, suggestedOn, letterId, proposedBy }: NewProposal,
): Promise<string> {
  const id = randomUUIDv7()
  await tx
    .insertInto('proactive_proposal')
    .values({
      ...{ tenant_id: platform.tenantId, id, request_id: requestId, authority_id: authorityId },
      ...{ letter_id: letterId, file_ids: fileIds, title: title.trim(), reason },
      ...{ says: says.trim(), suggested_on: suggestedOn, proposed_by: proposedBy },
      proposed_on: today(platform),
    })
    .execute()
  return id
}

/** Of the authority's own proposals one waits at a time; an applicant suggests once. Null where nothing stands against another. */
export async function refuseSecond(
  tx: Transaction<Schema>,
  requestId: string,
  isSuggested: boolean,
) {
  const found = await tx
    .selectFrom('proactive_proposal')
    .select('id')
    .where('request_id', '=', requestId)
    .$if(isSuggested, (query) => query.where('suggested_on', 'is not', null))
    .$if(!isSuggested, (query) =>
      query.where('suggested_on', 'is', null).where('decision', 'is', null),
    )
    .executeTakeFirst()
  if (!found) return null
  return isSuggested ? SUGGESTED : WAITING
}

/** Those who may decide hear of it. */
export async function tellDeciders(
  tx: Transaction<Schema>,
  actor: Actor,
  { requestNumber, authority, authorityId }: RequestFile,
): Promise<void> {
  const deciders = await holdersOf(tx, RIGHTS['proactive.decide'].roles, authorityId)
  const values = { authority, requestNumber, at: authorityId }
  await notifyOthers(tx, actor, deciders, 'proactiveProposed', values)
}

export const NOTHING_GIVEN = refuse(
  'proactive.nothing-given',
  '这件申请没有作出予以公开或者部分公开的答复，没有可以转为主动公开的信息。',
)
const WAITING = refuse(
  'proactive.waiting',
  '这件申请已经有一项提请等待审核。请由本机关的负责人或者分管领导先行决定。',
)
const SUGGESTED = refuse(
  'proactive.suggested',
  '申请人已经就这件申请提出过主动公开的建议，不再重复登记。',
)
const FILE_WRONG = refuse(
  'proactive.file-wrong',
  '所选的材料不在这份答复的附件之中。请刷新后重新选择。',
)
const REASON_WRONG = refuse(
  'proactive.reason-wrong',
  '理由不符：因情势变化可以公开的，在定期评估中登记；申请人的建议，限于涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策。',
)
const DAY_WRONG = refuse(
  'proactive.day-wrong',
  '申请人提出建议的日期应当在答复之后，并且不晚于今天。请核对日期。',
)
