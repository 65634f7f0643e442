import type { SavedReport } from '@gongkai/report'
import type { ColumnType, Generated } from 'kysely'
import type { Doubt, Proposal } from '../../past/past-item.js'
import type { Instant, Json } from './columns.js'

/** Reports of years past as they come in, and what is decided of them. */
export type PastTables = {
  past_import: {
    tenant_id: string
    id: string
    /** For which authority it was asked: its own reports and those below it. */
    authority_id: string
    asked_by: string
    asked_at: Instant
    job_id: string | null
  }
  past_item: {
    tenant_id: string
    id: string
    import_id: string
    authority_id: string
    file: string
    digest: string
    state: string
    doubts: Json<readonly Doubt[]>
    reading: ColumnType<SavedReport | null, string | undefined, string>
    printed_name: Generated<string | null>
    proposals: Json<readonly Proposal[]>
    target_id: Generated<string | null>
    report_year: Generated<number | null>
    report_id: Generated<string | null>
    reason: Generated<string | null>
    decided_by: Generated<string | null>
    decided_at: Generated<Date | null>
    /** The job that reads it again. */
    job_id: Generated<string | null>
    version: Generated<number>
  }
}
