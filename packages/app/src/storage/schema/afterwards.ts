import type { LocalDate, ProactiveReason } from '@gongkai/law'
import type { ColumnType, Generated } from 'kysely'
import type { ReevaluationOutcome } from '../../requests/reevaluation/reevaluation.js'

/** What becomes of a request after its answer (ADR 0031). */
export type AfterwardsTables = {
  proactive_proposal: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    letter_id: string | null
    file_ids: readonly string[]
    title: string
    reason: ProactiveReason
    says: string
    suggested_on: LocalDate | null
    proposed_by: string | null
    proposed_on: LocalDate
    decision: Generated<'accepted' | 'declined' | null>
    decided_by: Generated<string | null>
    decided_on: Generated<LocalDate | null>
    decided_reason: Generated<string | null>
    published_on: Generated<LocalDate | null>
    published_title: Generated<string | null>
    published_address: Generated<string | null>
    title_pairs: ColumnType<readonly string[], never, never>
    published_by: Generated<string | null>
  }
  reevaluation: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    letter_id: string | null
    outcome: ReevaluationOutcome
    happened_on: LocalDate
    reason: string
    next_on: LocalDate | null
    proposal_id: string | null
    recorded_by: string
  }
}
