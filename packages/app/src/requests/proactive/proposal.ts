import {
  type Ground,
  type LocalDate,
  type ProactiveReason,
  type Refusal,
  refuse,
} from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

/** Where a proposal stands; `accepted` is not published yet. */
export type ProposalState = 'proposed' | 'accepted' | 'published' | 'declined'

/** 转为主动公开的提请: that what was given on one request becomes public to everybody. */
export type ProactiveProposal = {
  readonly id: string
  readonly requestId: string
  readonly requestNumber: string
  readonly authorityId: string
  readonly title: string
  readonly reason: ProactiveReason
  /** Why, in the words of whoever proposes or suggests it. */
  readonly says: string
  /** Of the decision whose information it is, and which of its files. */
  readonly letterId: string | null
  readonly fileIds: readonly string[]
  /** The day on which the applicant suggested it (第四十四条第二款); null where the authority proposes it by itself. */
  readonly suggestedOn: LocalDate | null
  /** Null where the applicant suggested it on the portal. */
  readonly proposedBy: string | null
  readonly proposedOn: LocalDate
  readonly state: ProposalState
  readonly decidedBy: string | null
  readonly decidedOn: LocalDate | null
  readonly decidedReason: string | null
  readonly published: Publication | null
}

/** When and where it was published, as everybody may read. */
export type Publication = {
  readonly on: LocalDate
  readonly title: string
  /** An address on the web, or the gazette and the place where it is laid out. */
  readonly address: string
}

export type ProposalNotFound = Refusal<'proactive.not-found'>

export const PROPOSAL_NOT_FOUND = refuse(
  'proactive.not-found',
  '没有这一项提请，或您不能查看。请刷新后重新选择。',
)

/** Proposals with the number of their request. */
export function proposals(tx: Transaction<Schema>) {
  return tx
    .selectFrom('proactive_proposal as p')
    .innerJoin('request as r', (join) =>
      join.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.id', '=', 'p.request_id'),
    )
    .selectAll('p')
    .select('r.number as request_number')
}

/** A row as it is told. */
export function toProposal(
  row: Selectable<Schema['proactive_proposal']> & { request_number: string },
): ProactiveProposal {
  return {
    ...{ id: row.id, requestId: row.request_id, requestNumber: row.request_number },
    ...{ authorityId: row.authority_id, title: row.title, reason: row.reason, says: row.says },
    ...{ letterId: row.letter_id, fileIds: row.file_ids, suggestedOn: row.suggested_on },
    ...{ proposedBy: row.proposed_by, proposedOn: row.proposed_on, state: stateOf(row) },
    ...{ decidedBy: row.decided_by, decidedOn: row.decided_on, decidedReason: row.decided_reason },
    published: publicationOf(row),
  }
}

type Standing = Pick<Selectable<Schema['proactive_proposal']>, 'decision' | 'published_on'>

/** Where a proposal stands. */
export function stateOf({ decision, published_on }: Standing): ProposalState {
  return published_on ? 'published' : (decision ?? 'proposed')
}

/** What was published of it; null before. */
export function publicationOf(
  row: Pick<
    Selectable<Schema['proactive_proposal']>,
    'published_on' | 'published_title' | 'published_address'
  >,
): Publication | null {
  const { published_on: on, published_title: title, published_address: address } = row
  return on && title && address ? { on, title, address } : null
}

/** One proposal as it stands within the transaction. */
export async function findProposal(
  tx: Transaction<Schema>,
  id: string,
): Promise<ProactiveProposal> {
  return toProposal(await proposals(tx).where('p.id', '=', id).executeTakeFirstOrThrow())
}

/** The authority whose request a proposal is of; null where there is none of this id. */
export async function authorityOfProposal(
  tx: Transaction<Schema>,
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ authorityId: string | null }>`
    select authority_of_proposal(${id}) as "authorityId"`.execute(tx)
  return rows[0]?.authorityId ?? null
}

/** The decision of a request that stands: the last that was sent. */
type StandingDecision = {
  readonly letterId: string | null
  readonly grounds: readonly Ground[]
  readonly decidedOn: LocalDate
}

/** The decision of a request that stands, for who works on it and for the applicant; null where it is not answered, or is none. */
export async function decisionOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<StandingDecision | null> {
  const { rows } = await sql<StandingDecision>`
    select letter_id as "letterId", grounds, decided_on as "decidedOn" from decision_of(${requestId})`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Whether a decision gave out what was not public before: only that can become so. */
export function givesOut(grounds: readonly Ground[]): boolean {
  return grounds.includes('disclosed') || grounds.includes('partlyDisclosed')
}
