import type { Ground, LocalDate, RemedyKind, RemedyProcedure, RemedyResult } from '@gongkai/law'
import type { Generated } from 'kysely'
import type { RemedyNext } from '../../remedies/remedy.js'
import type { Instant } from './columns.js'

/** Reconsiderations, suits and complaints. */
export type RemedyTables = {
  remedy: {
    tenant_id: string
    id: string
    authority_id: string
    kind: RemedyKind
    body: string
    request_id: string | null
    decision_number: string | null
    letter_id: string | null
    ground: Ground | null
    after_id: string | null
    redo_from: LocalDate | null
    redo_days: number | null
    redo_due_on: LocalDate | null
    redo_provisional: Generated<boolean>
    redone_on: LocalDate | null
    redone_number: string | null
    next_on: LocalDate | null
    next_what: RemedyNext | null
    struck_by: Generated<string | null>
    struck_at: Generated<Date | null>
    struck_reason: Generated<string | null>
    registered_by: string
    registered_at: Instant
    version: Generated<number>
  }
  remedy_instance: {
    tenant_id: string
    remedy_id: string
    no: number
    authority_id: string
    case_number: string | null
    procedure: RemedyProcedure
    received_on: LocalDate
    answer_due_on: LocalDate | null
    answer_provisional: boolean
    answered_on: LocalDate | null
    decided_on: LocalDate | null
    result: RemedyResult | null
  }
}
