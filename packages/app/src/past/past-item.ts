import type { SavedReport } from '@gongkai/report'
import type { Selectable } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** How far a file of years past is: still to be read; clear; for a human eye; decided. */
export const PAST_STATES = ['waiting', 'ready', 'review', 'published', 'discarded'] as const

export type PastState = (typeof PAST_STATES)[number]

/** What keeps a file from being taken over by itself, in official words. */
export type Doubt = {
  readonly kind:
    | 'unreadable'
    | 'form'
    | 'before-2019'
    | 'authority'
    | 'year'
    | 'unread'
    | 'duplicate'
  readonly message: string
}

/** An authority of the register that a printed name may mean, and why. */
export type Proposal = {
  readonly authorityId: string
  readonly name: string
  readonly how: 'full' | 'short' | 'former' | 'close'
}

/** One file of years past in the queue. */
export type PastItem = {
  readonly id: string
  readonly importId: string
  /** Whose queue it is. */
  readonly authorityId: string
  readonly file: string
  /** Under which its bytes are kept. */
  readonly digest: string
  readonly state: PastState
  readonly doubts: readonly Doubt[]
  /** The authority's name as the report prints it. */
  readonly printedName: string | null
  readonly proposals: readonly Proposal[]
  readonly targetId: string | null
  readonly reportYear: number | null
  /** The report that it became. */
  readonly reportId: string | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly version: number
}

/** The same with what was read of the file; null where it could not be read. */
export type PastReading = PastItem & { readonly reading: SavedReport | null }

/** The columns of an item without what was read of it. */
export const ITEM_COLUMNS = [
  'id',
  'import_id',
  'authority_id',
  'file',
  'digest',
  'state',
  'doubts',
  'printed_name',
  'proposals',
  'target_id',
  'report_year',
  'report_id',
  'reason',
  'decided_by',
  'decided_at',
  'version',
] as const

/** A row as the use cases know it. */
export function toItem(
  row: Pick<Selectable<Schema['past_item']>, (typeof ITEM_COLUMNS)[number]>,
): PastItem {
  return {
    id: row.id,
    importId: row.import_id,
    authorityId: row.authority_id,
    file: row.file,
    digest: row.digest,
    state: row.state as PastState,
    doubts: row.doubts,
    printedName: row.printed_name,
    proposals: row.proposals,
    targetId: row.target_id,
    reportYear: row.report_year,
    reportId: row.report_id,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    version: row.version,
  }
}
