import { ok, type Result, yearOf } from '@gongkai/law'
import { type SavedReport, type Series, series } from '@gongkai/report'
import { sql, type Transaction } from 'kysely'
import type { Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import { findPublicAuthority, type NoPublicAuthority } from '../portal/find-authority.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type Reorganised, reorganisationsOf, reorganisedYears } from './reorganisations.js'

/** What the published reports of one authority count. */
type Counted = {
  /** The report years that are public, oldest first. */
  readonly years: readonly number[]
  /** Every quantity of either form over these years, with the breaks that the change of form brings (ADR 0007). */
  readonly series: readonly Series[]
}

export type AuthoritySeries = Counted & {
  readonly authority: string
  readonly address: string
  /** The years that cannot be compared with the year before, because of what came in or went out. */
  readonly reorganisedYears: readonly number[]
  /** Mergers and splits, oldest first. What was counted elsewhere before stands beside, and no sum is made of it. */
  readonly reorganisations: readonly (Omit<Reorganised, 'otherId'> & {
    /** Of the other before it came in; null where this one went into the other. */
    readonly before: Counted | null
  })[]
}

/** What the published reports of one authority count over the years: its own under all its names, those of its predecessors apart. */
export async function authoritySeries(
  platform: Platform,
  authority: string,
): Promise<Result<AuthoritySeries, NoPublicAuthority>> {
  const { tenantId } = platform
  return transact(platform, null, async ({ tx }) => {
    const found = await findPublicAuthority(tx, tenantId, authority)
    if (!found.ok) return found
    const id = found.value
    const { name, dissolved_on } = await tx
      .selectFrom('authority')
      .select(['name', 'dissolved_on'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const reorganisations = await reorganisationsOf(tx, tenantId, id)
    const givers = reorganisations.filter(({ direction }) => direction === 'from')
    const ids = [id, ...givers.map(({ otherId }) => otherId)]
    const published = await publishedBy(tx, tenantId, ids)
    const own = counted(published.get(id) ?? [])
    return ok({
      authority: name,
      address: dissolved_on === null ? name : id,
      ...own,
      reorganisedYears: reorganisedYears(own.years, reorganisations),
      reorganisations: reorganisations.map(({ otherId, ...one }) => ({
        ...one,
        before: one.direction === 'from' ? before(published.get(otherId) ?? [], one) : null,
      })),
    })
  })
}

type Published = { readonly document: SavedReport; readonly year: number }

/** Of whoever goes on beside this one, only what it counted while it did everything. */
function before(
  published: readonly Published[],
  { continues, happenedOn }: Pick<Reorganised, 'continues' | 'happenedOn'>,
): Counted {
  return counted(published.filter(({ year }) => !continues || year < yearOf(happenedOn)))
}

function counted(published: readonly Published[]): Counted {
  // The year of the register, whatever the title prints.
  const reports = published.map(({ document, year }) => ({ ...corrected(document), year }))
  return { years: published.map(({ year }) => year), series: series(reports) }
}

async function publishedBy(
  tx: Transaction<Schema>,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Published[]>> {
  const { rows } = await sql<Published & { id: string }>`
    select r.authority_id as id, v.document, r.report_year as year from annual_report r
      join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id and v.no = r.published_no
      where r.tenant_id = ${tenantId} and r.authority_id = any(${ids}) and r.state = 'published'
        and v.withdrawn_at is null
      order by r.report_year`.execute(tx)
  return Map.groupBy(rows, ({ id }) => id)
}
