import type { LocalDate, LocalDuty } from '@gongkai/law'
import type { Cell, SavedReport, Target } from '@gongkai/report'
import type { Generated } from 'kysely'
import type { Instant, Json } from './columns.js'

/** The yearly collection of reports. */
export type CollectionTables = {
  collection: {
    tenant_id: string
    id: string
    /** The authority that collects. */
    authority_id: string
    report_year: number
    form: string
    instructions: string
    local_duties: Json<readonly LocalDuty[]>
    opened_at: Instant
    version: Generated<number>
  }
  annual_report: {
    tenant_id: string
    id: string
    collection_id: string
    authority_id: string
    report_year: number
    due_on: LocalDate
    state: string
    version: Generated<number>
    submitted_no: Generated<number | null>
    accepted_no: Generated<number | null>
    published_no: Generated<number | null>
    published_on: Generated<LocalDate | null>
    withdrawn_on: Generated<LocalDate | null>
    withdrawn_reason: Generated<string | null>
    /** It was published before it came here. */
    imported: Generated<boolean>
    /** From which state, since when, why and on what ground it is no longer asked for. */
    closed_from: Generated<string | null>
    closed_on: Generated<LocalDate | null>
    closed_reason: Generated<string | null>
    closed_basis: Generated<string | null>
  }
  report_version: {
    tenant_id: string
    report_id: string
    no: number
    authority_id: string
    origin: string
    /** The version that was restored. */
    source_no: number | null
    file_digest: string | null
    document: Json<SavedReport>
    /** The parts of the text, which others are held against. */
    texts: Json<readonly { readonly part: string; readonly text: string }[]>
    drafters: Json<readonly { readonly personId: string; readonly onBehalfOf: string | null }[]>
    saved_at: Instant
    /** Null while it is worked on. */
    frozen_at: Date | null
    submitted_at: Generated<Date | null>
    published_at: Generated<Date | null>
    withdrawn_at: Generated<Date | null>
    /** Why what was published was corrected. */
    reason: Generated<string | null>
  }
  report_check: {
    tenant_id: string
    report_id: string
    authority_id: string
    version_no: number
    ruleset: string
    checked_at: Instant
    open_errors: number
    open_findings: number
  }
  report_finding: {
    tenant_id: string
    report_id: string
    version_no: number
    authority_id: string
    result: Json<unknown>
  }
  report_waiver: {
    tenant_id: string
    id: string
    report_id: string
    authority_id: string
    version_no: number
    rule: string
    place: string
    value: string
    message: string
    reason: string
    waived_by: string
    waived_at: Instant
  }
  report_remark: {
    tenant_id: string
    id: string
    report_id: string
    authority_id: string
    version_no: number
    /** The order in which they were made together. */
    number: Generated<number>
    target: Json<Target>
    /** What stood there. */
    quote: string | null
    words: string
    made_by: string
    made_at: Instant
    answer: Generated<string | null>
    answered_by: Generated<string | null>
    answered_at: Generated<Date | null>
  }
  report_step: {
    tenant_id: string
    id: string
    report_id: string
    authority_id: string
    step: string
    version_no: number | null
    done_by: string
    on_behalf_of: string | null
    role: string
    done_at: Instant
    published_on: LocalDate | null
    remark: string | null
  }
  own_share: {
    tenant_id: string
    /** The report of the authority that collects. */
    report_id: string
    authority_id: string
    cells: Json<readonly Cell[]>
    saved_by: string
    saved_at: Instant
    version: Generated<number>
  }
}
