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
import { type Platform, today } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { asApplicant, type OwnRefusal, type OwnRequest } from '../own-request.js'
import type { RequestFile } from '../request.js'
import {
  decisionOf,
  givesOut,
  type ProposalState,
  type Publication,
  publicationOf,
  stateOf,
} from './proposal.js'
import { addProposal, NOTHING_GIVEN, refuseSecond } from './propose-proactive.js'

/** What became of the applicant's suggestion, as he is told. */
export type OwnSuggestion = {
  readonly suggestedOn: LocalDate
  readonly state: ProposalState
  readonly decidedOn: LocalDate | null
  /** The answer of the authority. */
  readonly answer: string | null
  readonly published: Publication | null
}

/** What an applicant may suggest, or suggested; null where nothing was given out and nothing suggested. */
export async function ownSuggestionOf(
  tx: Transaction<Schema>,
  { id, closedOn }: Pick<RequestFile, 'id' | 'closedOn'>,
): Promise<OwnSuggestion | 'open' | null> {
  if (!closedOn) return null
  const row = await tx
    .selectFrom('proactive_proposal')
    .select(['suggested_on', 'decision', 'decided_on', 'decided_reason'])
    .select(['published_on', 'published_title', 'published_address'])
    .where('request_id', '=', id)
    .where('suggested_on', 'is not', null)
    .executeTakeFirst()
  if (row?.suggested_on)
    return {
      ...{ suggestedOn: row.suggested_on, state: stateOf(row), decidedOn: row.decided_on },
      ...{ answer: row.decided_reason, published: publicationOf(row) },
    }
  const decision = await decisionOf(tx, id)
  return decision && givesOut(decision.grounds) ? 'open' : null
}

export type SuggestRefusal =
  | OwnRefusal
  | Refusal<
      | 'proactive.nothing-given'
      | 'proactive.suggested'
      | 'proactive.waiting'
      | 'proactive.reason-wrong'
      | 'proactive.no-reason'
    >

/** 建议纳入主动公开的范围: by the applicant, once, of what he was given (第四十四条第二款). */
export async function suggestProactive(
  platform: Platform,
  own: OwnRequest,
  address: string,
  { reason, says }: { readonly reason: ProactiveReason | null; readonly says: string },
): Promise<Result<null, SuggestRefusal>> {
  return asApplicant<null, SuggestRefusal>(platform, own, address, async (work, request) => {
    const { id, authorityId, requestNumber } = request
    const decision = await decisionOf(work.tx, id)
    if (!decision || !givesOut(decision.grounds)) return NOTHING_GIVEN
    if (!reason || !PROACTIVE_REASONS[reason].isSuggested) return REASON_MISSING
    if (!says.trim()) return NO_REASON
    const second = await refuseSecond(work.tx, id, true)
    if (second) return second
    const proposalId = await addProposal(work, platform, request, {
      ...{ title: `申请${requestNumber}答复所公开的信息`, reason, says, fileIds: [] },
      ...{ suggestedOn: today(platform), letterId: decision.letterId, proposedBy: null },
    })
    work.record({
      ...{ as: null, name: 'proactiveSuggestedByApplicant', authorityId },
      ...{ subject: { kind: 'request', id }, detail: { proposalId, reason } },
    })
    return ok(null)
  })
}

const REASON_MISSING = refuse(
  'proactive.reason-wrong',
  '请选择建议主动公开的情形：涉及公众利益调整、需要公众广泛知晓，或者需要公众参与决策。',
)
const NO_REASON = refuse('proactive.no-reason', '请说明建议主动公开的理由。')
