import type { SavedReport } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { ReportFile } from './report-file.js'

/** The same authority's report on the year before as it was published, else accepted; null where there is none that the actor may read. */
export async function lastYearsReport(
  tx: Transaction<Schema>,
  { authorityId, reportYear }: Pick<ReportFile, 'authorityId' | 'reportYear'>,
): Promise<SavedReport | null> {
  const row = await tx
    .selectFrom('annual_report as r')
    .innerJoin('report_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'r.tenant_id')
        .onRef('v.report_id', '=', 'r.id')

        .on(sql<boolean>`v.no = coalesce(r.published_no, r.accepted_no)`),
    )
    .select('v.document')
    .where('r.authority_id', '=', authorityId)
    .where('r.report_year', '=', reportYear - 1)
    .executeTakeFirst()
  return row?.document ?? null
}
