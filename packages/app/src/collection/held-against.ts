import type { DueDays } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { CheckOptions } from '../checks/check-report.js'
import type { Platform } from '../context.js'
import { readLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import { dutyOf } from './collection.js'
import { lastYearsReport } from './last-year.js'
import type { ReportFile } from './report-file.js'

/** What a report is held against, but for those that were handed in beside it. */
export async function heldAgainst(
  tx: Transaction<Schema>,
  platform: Platform,
  report: ReportFile,
): Promise<CheckOptions> {
  const previous = await lastYearsReport(tx, report)
  const { authority, publishedOn } = report
  return { previous, authority, publishedOn, due: await dueDaysOf(tx, platform, report) }
}

/** The day that is kept with the report binds; whether it is earlier than the statutory day, the law says as it stands. */
async function dueDaysOf(
  tx: Transaction<Schema>,
  platform: Platform,
  { authorityId, collectionId, reportYear, dueOn }: ReportFile,
): Promise<DueDays> {
  const { kind, level, local_duties } = await tx
    .selectFrom('authority as a')
    .innerJoin('collection as c', 'c.tenant_id', 'a.tenant_id')
    .select(['a.kind', 'a.level', 'c.local_duties'])
    .where('a.tenant_id', '=', platform.tenantId)
    .where('a.id', '=', authorityId)
    .where('c.id', '=', collectionId)
    .executeTakeFirstOrThrow()
  const law = await readLaw(tx, platform)
  const duty = dutyOf({ kind, level }, { reportYear, localDuties: local_duties }, law)
  return {
    dueOn,
    // What had a later day than the law gives now was published before that was put right, and keeps its day.
    statutoryDueOn: dueOn > duty.statutoryDueOn ? dueOn : duty.statutoryDueOn,
    localNotice: dueOn === duty.dueOn ? duty.localNotice : null,
  }
}
