import { ok, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type Series, series } from '@gongkai/report'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { findPublicAuthority, type NoPublicAuthority } from '../portal/find-authority.js'
import { publicDocument } from '../portal/public-document.js'
import { transact } from '../storage/transact.js'

export type AuthoritySeries = {
  readonly authority: string
  readonly address: string
  /** The report years that are public, oldest first. */
  readonly years: readonly number[]
  /** Every quantity of either form over these years, with the breaks that the change of form brings (ADR 0007). */
  readonly series: readonly Series[]
}

/** What the published reports of one authority count over the years. */
export async function authoritySeries(
  platform: Platform,
  authority: string,
): Promise<Result<AuthoritySeries, NoPublicAuthority>> {
  const { tenantId } = platform
  return transact(platform, null, async ({ tx }) => {
    const found = await findPublicAuthority(tx, tenantId, authority)
    if (!found.ok) return found
    const { name, dissolved_on } = await tx
      .selectFrom('authority')
      .select(['name', 'dissolved_on'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', found.value)
      .executeTakeFirstOrThrow()
    const { rows } = await sql<{ document: SavedReport; year: number }>`
      select v.document, r.report_year as year from annual_report r
        join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id and v.no = r.published_no
        where r.tenant_id = ${tenantId} and r.authority_id = ${found.value} and r.state = 'published'
          and v.withdrawn_at is null
        order by r.report_year`.execute(tx)
    // The year of the register, whatever the title prints.
    const reports = rows.map(({ document, year }) => ({ ...publicDocument(document, name), year }))
    return ok({
      authority: name,
      address: dissolved_on === null ? name : found.value,
      years: rows.map(({ year }) => year),
      series: series(reports),
    })
  })
}
