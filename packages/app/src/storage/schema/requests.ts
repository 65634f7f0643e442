import type {
  ApplicantKind,
  Channel,
  ClockStep,
  Ground,
  LocalDate,
  OwnRecordResult,
} from '@gongkai/law'
import type { ColumnType, Generated } from 'kysely'
import type { FeeEntryKind, FeeWay } from '../../requests/fees/fee.js'
import type { FilingState } from '../../requests/filing/filing.js'
import type { MaterialState } from '../../requests/materials/material.js'
import type { NewsState, NewsWay, NewsWhat } from '../../requests/news/news.js'
import type { RegisteredField } from '../../requests/registration.js'
import type {
  FilePurpose,
  NextWhat,
  RequestKind,
  RequestStage,
  SetAside,
} from '../../requests/request.js'
import type { SupplyForm, SupplyWay } from '../../requests/wanted.js'
import type { Instant, Json } from './columns.js'

/** Given by the database when the row is written. */
type Given<T> = ColumnType<T, never, never>

/** Requests as they are registered and worked on (ADR 0021). */
export type RequestTables = {
  request: {
    tenant_id: string
    id: string
    authority_id: string
    year: number
    no: Given<number>
    number: Given<string>
    original_number: Generated<string | null>
    kind: RequestKind
    channel: Channel
    arrived_on: LocalDate
    applicant_confirmed_on: LocalDate | null
    authority_confirmed_on: LocalDate | null
    confirmed_how: string | null
    proof: string | null
    received_on: LocalDate | null
    applicant_kind: ApplicantKind
    applicant_masked: string
    wanted: string
    wanted_title: string | null
    wanted_number: string | null
    form: SupplyForm
    way: SupplyWay
    help: string | null
    secret_hash: Buffer
    stage: Generated<RequestStage>
    due_on: Generated<LocalDate | null>
    due_provisional: Generated<boolean>
    next_on: LocalDate | null
    next_what: NextWhat | null
    /** The next day, or one after all others where there is none. */
    queue_on: Given<LocalDate>
    closed_on: Generated<LocalDate | null>
    grounds: Generated<readonly Ground[]>
    counted_under: Generated<Ground | null>
    filed_on: Generated<LocalDate | null>
    handler_id: Generated<string | null>
    registered_by: string | null
    registered_at: Instant
    news_way: Generated<NewsWay>
    erased_at: Given<Date | null>
    erasure_id: Given<string | null>
    own_result: Generated<OwnRecordResult | null>
    set_aside: Generated<SetAside | null>
    set_aside_reason: Generated<string | null>
    set_aside_by: Generated<string | null>
    set_aside_at: Generated<Date | null>
    /** For the search alone: kept by the database. */
    pairs: Given<readonly string[]>
    version: Generated<number>
  }
  request_person: {
    tenant_id: string
    request_id: string
    place: number
    authority_id: string
    part: 'applicant' | 'agent'
    name: string | null
    id_kind: string | null
    identity_hash: Buffer | null
    sealed: Buffer | null
    pairs: Given<readonly string[]>
    erased_at: Generated<Date | null>
    erased_under: Generated<string | null>
  }
  request_step: {
    tenant_id: string
    request_id: string
    no: number
    authority_id: string
    taken_on: LocalDate
    step: Json<ClockStep>
    note: string | null
    recorded_by: string | null
    recorded_at: Instant
    struck_by: Generated<string | null>
    struck_at: Generated<Date | null>
    struck_reason: Generated<string | null>
    letter_id: Generated<string | null>
    unpapered_reason: Generated<string | null>
    unpapered_by: Generated<string | null>
    unpapered_at: Generated<Date | null>
  }
  request_correction: {
    tenant_id: string
    request_id: string
    no: number
    authority_id: string
    changed: readonly RegisteredField[]
    reason: string
    before: Buffer
    people_before: Buffer | null
    corrected_by: string
    corrected_at: Instant
  }
  request_file: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    purpose: FilePurpose
    name: string
    media_type: string
    bytes: number
    digest: string
    added_by: string | null
    added_at: Instant
    erased_at: Given<Date | null>
  }
  request_hold: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    reason: string
    placed_by: string
    placed_at: Instant
    lifted_by: Generated<string | null>
    lifted_at: Generated<Date | null>
    lifted_reason: Generated<string | null>
  }
  erasure: {
    tenant_id: string
    id: string
    authority_id: string
    over_before: LocalDate
    years: number
    under: string
    due: number
    reason: string
    proposed_by: string
    proposed_at: Instant
    decision: Generated<'approved' | 'rejected' | null>
    decided_by: Generated<string | null>
    decided_at: Generated<Date | null>
    decided_reason: Generated<string | null>
    done_at: Generated<Date | null>
  }
  request_task: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    person_id: string
    task: string
    asked_by: string
    asked_at: Instant
    due_on: LocalDate | null
    done_on: Generated<LocalDate | null>
    answer: Generated<string | null>
    answered_at: Generated<Date | null>
    chased: Generated<number>
    chased_at: Generated<Date | null>
    taken_back_by: Generated<string | null>
    taken_back_at: Generated<Date | null>
    taken_back_reason: Generated<string | null>
    version: Generated<number>
  }
  request_news: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    what: NewsWhat
    way: NewsWay | 'letter'
    happened_on: LocalDate
    state: NewsState
    made_at: Instant
    told_at: Date | null
    told_by: Generated<string | null>
  }
  request_search: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    searched_on: LocalDate
    period: string | null
    systems: readonly string[]
    words: readonly string[]
    files: readonly string[]
    persons: readonly string[]
    found: string | null
    recorded_by: string
    recorded_at: Instant
    struck_by: Generated<string | null>
    struck_at: Generated<Date | null>
    struck_reason: Generated<string | null>
  }
  request_fee: {
    tenant_id: string
    letter_id: string
    request_id: string
    authority_id: string
    document_number: string | null
    way: FeeWay
    first_unit: number
    last_unit: number
    yuan: number
    how_to_pay: string
  }
  request_fee_entry: {
    tenant_id: string
    letter_id: string
    no: number
    request_id: string
    authority_id: string
    kind: FeeEntryKind
    happened_on: LocalDate
    yuan: number
    receipt_number: string | null
    reason: string | null
    step_no: number | null
    recorded_by: string
    recorded_at: Instant
  }
  request_material: {
    tenant_id: string
    id: string
    request_id: string
    authority_id: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    state: Generated<MaterialState>
    marks: Generated<Buffer | null>
    result: Generated<Buffer | null>
    job_id: Generated<string | null>
    added_by: string
    added_at: Instant
    checked_by: Generated<string | null>
    checked_at: Generated<Date | null>
    version: Generated<number>
  }
  request_stored: {
    tenant_id: string
    id: string
    request_id: string
    digest: string
    erased_at: Generated<Date | null>
  }
  request_filing: {
    tenant_id: string
    request_id: string
    no: number
    authority_id: string
    state: Generated<FilingState>
    content: Buffer | null
    result: Generated<Buffer | null>
    job_id: string
    asked_by: string
    asked_at: Instant
    filed_on: Generated<LocalDate | null>
    outdated: Generated<boolean>
  }
}
