import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import { mayDecide } from '../../rights/may-decide.js'
import { transact } from '../../storage/transact.js'
import { tellApplicant } from '../news/tell-applicant.js'
import { findUnerased, type RequestErased, type RequestNotFound } from '../request.js'
import {
  authorityOfProposal,
  findProposal,
  PROPOSAL_NOT_FOUND,
  type ProactiveProposal,
  type ProposalNotFound,
} from './proposal.js'

export type DecideProactive = {
  readonly proposalId: string
  readonly decision: 'accepted' | 'declined'
  /** Needed where it is declined; of a suggestion it is the answer to the applicant. */
  readonly reason: string | null
}

export type DecideProactiveRefusal =
  | RightRefusal
  | ProposalNotFound
  | RequestNotFound
  | RequestErased
  | Refusal<'proactive.own-proposal' | 'proactive.no-reason' | 'proactive.decided'>

/** 审核转为主动公开的提请: by another person than proposed it. An applicant who suggested it is told. */
export async function decideProactive(
  platform: Platform,
  actor: Actor,
  { proposalId, decision, reason }: DecideProactive,
): Promise<Result<ProactiveProposal, DecideProactiveRefusal>> {
  return transact<Result<ProactiveProposal, DecideProactiveRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const authorityId = await authorityOfProposal(tx, proposalId)
      if (!authorityId) return PROPOSAL_NOT_FOUND
      const allowed = await allow(tx, actor, 'proactive.decide', authorityId)
      if (!allowed.ok) return allowed
      const { proposedBy, requestId, suggestedOn } = await findProposal(tx, proposalId)
      const drafters = proposedBy ? [{ personId: proposedBy, onBehalfOf: null }] : []
      if (!mayDecide(drafters, actor, allowed.value.onBehalfOf)) return OWN_PROPOSAL
      const request = await findUnerased(tx, requestId)
      if (!request.ok) return request
      const why = reason?.trim() || null
      if (decision === 'declined' && !why) return NO_REASON
      const on = today(platform)
      const { numUpdatedRows } = await tx
        .updateTable('proactive_proposal')
        .set({
          ...{ decision, decided_by: actor.personId, decided_on: on, decided_reason: why },
        })
        .where('id', '=', proposalId)
        .where('decision', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return DECIDED
      record({
        ...{ as: allowed.value, name: EVENTS[decision], authorityId, detail: { proposalId } },
        // The reason stands with the proposal: it may name somebody, and the record is read by others.
        subject: { kind: 'request', id: requestId },
      })
      if (suggestedOn)
        await tellApplicant(tx, platform, {
          ...{ request: request.value, what: 'suggestionDecided', on, byLetter: false },
        })
      return ok(await findProposal(tx, proposalId))
    },
  )
}

const EVENTS = { accepted: 'proactiveAccepted', declined: 'proactiveDeclined' } as const

const OWN_PROPOSAL = refuse(
  'proactive.own-proposal',
  '这一项由您提请，不能由本人审核。请由本机关的其他负责人或者分管领导办理。',
)
const NO_REASON = refuse('proactive.no-reason', '不同意转为主动公开的，请写明理由。')
const DECIDED = refuse('proactive.decided', '这一项已由他人审核，本次没有保存。请刷新后查看。')
