import { PROACTIVE_REASONS } from '@gongkai/law'
import type { ProactiveProposal } from '@gongkai/web'

/** Where a proposal stands, in the order in which it goes. */
// biome-ignore format: table
export const PROPOSAL_STATES: Readonly<Record<ProactiveProposal['state'], string>> = {
  proposed:  '待审核',
  accepted:  '待公布',
  published: '已公布',
  declined:  '不同意',
}

/** What an empty list means, and what to do. */
// biome-ignore format: table
export const EMPTY_PROPOSALS: Readonly<Record<ProactiveProposal['state'] | 'all', string>> = {
  proposed:  '没有等待审核的提请。',
  accepted:  '没有同意后等待公布的信息。',
  published: '还没有登记公布的信息。',
  declined:  '没有不同意转为主动公开的提请。',
  all:       '还没有提请过。申请答复公开后，在申请页面的“转为主动公开”中提请，或者登记申请人的建议。',
}

/** The reasons by which the desk may propose, or of those the ones that an applicant may suggest. */
export function reasonsFor(isSuggested: boolean): readonly (readonly [string, string])[] {
  return Object.entries(PROACTIVE_REASONS)
    .filter(([key, reason]) => key !== 'changed' && (!isSuggested || reason.isSuggested))
    .map(([key, { title }]) => [key, title])
}
