import { sql, type Transaction } from 'kysely'
import { publicDocument } from '../portal/public-document.js'
import { fileName } from '../portal/read-published.js'
import type { Schema } from '../storage/schema.js'
import type { ReportFile } from './report-file.js'
import type { ReportVersion, VersionHead } from './versions.js'

/** Whether who asks works on the reports of this authority, or oversees them; the policies of the versions name the same roles. All others are the public. */
export async function isInside(tx: Transaction<Schema>, authorityId: string): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select ${authorityId}::uuid in (
      select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}'))
      or exists (select from authority where id = ${authorityId}
        and path && array(select authorities_as('{supervisingOfficer,auditor}'))) as inside`.execute(
    tx,
  )
  return rows[0]?.inside ?? false
}

/** What everybody is told of a version: not who drafted it. */
export function publicHead<H extends VersionHead>(head: H): H {
  return { ...head, drafters: [] }
}

/** A version as everybody may read it: without what was put right before it came out, and why. */
export function publicVersion(version: ReportVersion, report: ReportFile): ReportVersion {
  const name = fileName(report.authority, report.reportYear, 1)
  return {
    ...publicHead(version),
    document: publicDocument(version.document, { name, publishedOn: report.publishedOn }),
  }
}
