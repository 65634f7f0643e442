import type { LocalDate } from '@gongkai/law'
import type { Generated } from 'kysely'
import type { AdviceAnswer, AdviceTold } from '../../requests/advices/advice.js'
import type { JoinKind } from '../../requests/joins/join.js'
import type { Instant } from './columns.js'

/** Whom else an applicant should ask, and which requests are handled together (ADR 0032). */
export type JoinTables = {
  request_advice: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    advised_on: LocalDate
    competent_id: string | null
    competent: string
    contact: string | null
    reason: string
    told: AdviceTold
    answer: AdviceAnswer | null
    recorded_by: string
    recorded_at: Instant
    struck_by: Generated<string | null>
    struck_at: Generated<Date | null>
    struck_reason: Generated<string | null>
  }
  request_join: {
    tenant_id: string
    id: string
    request_id: string
    other_id: string
    authority_id: string
    kind: JoinKind
    reason: string
    made_by: string
    made_at: Instant
    undone_by: Generated<string | null>
    undone_at: Generated<Date | null>
    undone_reason: Generated<string | null>
  }
}
