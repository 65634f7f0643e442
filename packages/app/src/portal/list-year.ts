import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { IS_PUBLIC, PUBLIC_REPORT, type PublicReport } from './standing.js'

/** Every authority that was asked for its report on a year, in the order of the tree; none where nobody was. */
export async function listYear(platform: Platform, year: number): Promise<readonly PublicReport[]> {
  const { tenantId } = platform
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<Omit<PublicReport, 'year'>>`
      select ${PUBLIC_REPORT} from asked_in(${year}) q
        join authority a on a.tenant_id = ${tenantId} and a.id = q.authority_id
        left join annual_report r on r.tenant_id = ${tenantId} and r.report_year = ${year}
          and r.authority_id = q.authority_id and ${IS_PUBLIC}
        order by a.place`.execute(tx)
    return ok(rows.map((row) => ({ ...row, year })))
  })
  return value
}
