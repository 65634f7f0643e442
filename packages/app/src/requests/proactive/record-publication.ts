import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { allow, type RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import {
  authorityOfProposal,
  findProposal,
  PROPOSAL_NOT_FOUND,
  type ProactiveProposal,
  type ProposalNotFound,
  type Publication,
} from './proposal.js'

export type RecordPublication = Publication & { readonly proposalId: string }

export type PublicationRefusal =
  | RightRefusal
  | ProposalNotFound
  | Refusal<'proactive.not-accepted' | 'proactive.day-wrong'>

/** 登记公布: where and when what was accepted was published. Recorded once more, it is put right. */
export async function recordPublication(
  platform: Platform,
  actor: Actor,
  { proposalId, on, title, address }: RecordPublication,
): Promise<Result<ProactiveProposal, PublicationRefusal>> {
  return transact<Result<ProactiveProposal, PublicationRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const authorityId = await authorityOfProposal(tx, proposalId)
      if (!authorityId) return PROPOSAL_NOT_FOUND
      const allowed = await allow(tx, actor, 'proactive.publish', authorityId)
      if (!allowed.ok) return allowed
      const { state, decidedOn, requestId, published } = await findProposal(tx, proposalId)
      if (state !== 'accepted' && state !== 'published') return NOT_ACCEPTED
      if (on > today(platform) || (decidedOn && on < decidedOn)) return DAY_WRONG
      await tx
        .updateTable('proactive_proposal')
        .set({
          ...{ published_on: on, published_title: title.trim(), published_address: address.trim() },
          published_by: actor.personId,
        })
        .where('id', '=', proposalId)
        .execute()
      const name = published ? 'proactivePublicationCorrected' : 'proactivePublished'
      record({
        ...{ as: allowed.value, name, authorityId, subject: { kind: 'request', id: requestId } },
        detail: { proposalId, on: { before: published?.on ?? null, after: on } },
      })
      return ok(await findProposal(tx, proposalId))
    },
  )
}

const NOT_ACCEPTED = refuse(
  'proactive.not-accepted',
  '这一项还没有审核同意，不能登记公布。请先由本机关的负责人或者分管领导审核。',
)
const DAY_WRONG = refuse(
  'proactive.day-wrong',
  '公布日期应当在审核同意之日以后，并且不晚于今天。请核对日期。',
)
