import { type LocalDate, yearOf } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { nameAt } from '../authorities/lineage.js'
import type { Schema } from '../storage/schema.js'

/** What came into an authority, or went out of it: what is counted before and after is not the same. A new name is none. */
export type Reorganised = {
  readonly kind: 'merged' | 'split'
  /** `from`: the other ended in this one, or gave it a part; `into`: this one ended in the other, or gave it a part. */
  readonly direction: 'from' | 'into'
  readonly happenedOn: LocalDate
  /** Whether the one that gave goes on beside the one that took. */
  readonly continues: boolean
  readonly otherId: string
  /** The other's name on that day. */
  readonly authority: string
  readonly address: string
}

/** The mergers and splits of an authority, oldest first. */
export async function reorganisationsOf(
  tx: Transaction<Schema>,
  tenantId: string,
  authorityId: string,
): Promise<readonly Reorganised[]> {
  const { rows } = await sql<Reorganised>`
    select c.kind, c.happened_on as "happenedOn", a.id as "otherId",
      case when c.successor_id = ${authorityId} then 'from' else 'into' end as direction,
      g.dissolved_on is distinct from c.happened_on as continues,
      ${nameAt(sql`c.happened_on`)} as authority,
      case when a.dissolved_on is null then a.name else a.id::text end as address
    from authority_change c
      join authority g on g.tenant_id = c.tenant_id and g.id = c.authority_id
      join authority a on a.tenant_id = c.tenant_id
        and a.id = case when c.successor_id = ${authorityId} then c.authority_id else c.successor_id end
    where c.tenant_id = ${tenantId} and c.kind in ('merged', 'split')
      and (c.authority_id = ${authorityId} or c.successor_id = ${authorityId})
    order by c.happened_on, c.id`.execute(tx)
  return rows
}

/** The report years that cannot be compared with the one before, because something came in or went out since that one began to be counted. */
export function reorganisedYears(
  years: readonly number[],
  reorganisations: readonly Pick<Reorganised, 'happenedOn'>[],
): readonly number[] {
  const first = reorganisations.flatMap(({ happenedOn }) => {
    const year = years.find((one) => one >= yearOf(happenedOn))
    return year === undefined || year === years[0] ? [] : [year]
  })
  return [...new Set(first)].toSorted((a, b) => a - b)
}
