import type { Target } from '@gongkai/report'
import type { Selectable, Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** What who reads a report says of a cell, a passage or the whole, and what its drafter answers. */
export type ReviewRemark = {
  readonly id: string
  /** The version that was read. */
  readonly versionNo: number
  readonly target: Target
  /** What stood there; null for the whole report. */
  readonly quote: string | null
  readonly words: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

/** A row as the use cases know it. */
export function toRemark(row: Selectable<Schema['report_remark']>): ReviewRemark {
  return {
    id: row.id,
    versionNo: row.version_no,
    target: row.target,
    quote: row.quote,
    words: row.words,
    madeBy: row.made_by,
    madeAt: row.made_at,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  }
}

/** The remarks on a report with their answers, oldest first: one thread over all its versions. */
export async function remarksOf(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<readonly ReviewRemark[]> {
  const rows = await tx
    .selectFrom('report_remark')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('made_at')
    .orderBy('number')
    .execute()
  return rows.map(toRemark)
}
