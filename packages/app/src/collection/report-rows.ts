import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import { named } from '../authorities/named.js'
import { countUpTo } from '../storage/count-up-to.js'
import type { Schema } from '../storage/schema.js'
import { COUNTING_DAY } from './board.js'
import { CARRIER } from './carrier.js'
import type { ReportCursor, ReportHead, ReportSort, ReportsQuery } from './list-reports.js'

/** The reports that are asked for, wherever their page begins. */
export type Asked = Pick<ReportsQuery, 'year' | 'authorityId' | 'state' | 'sort'> & {
  readonly after: ReportCursor | null
  /** What a name is asked to hold, as a condition on `a`. */
  readonly found: RawBuilder<SqlBool> | null
  /** None but these. */
  readonly ids?: readonly string[]
}

const OF_AUTHORITY = sql`annual_report r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id`

/** Along the tree, the reports of one authority after those of another: never all of them, to be sorted. */
function alongTree(ofYear = sql``): RawBuilder<unknown> {
  return sql`authority a cross join lateral (select * from annual_report r
    where r.tenant_id = a.tenant_id and r.authority_id = a.id ${ofYear} offset 0) r`
}

/** A page that is longer costs less where its year is read at once. */
const SHORT = 250

type Order = {
  readonly from: (asked: Asked, limit: number) => RawBuilder<unknown>
  /** Of the columns of a page. */
  readonly order: RawBuilder<unknown>
  readonly after: (cursor: ReportCursor) => RawBuilder<unknown>
}

/** Of each order: where its rows come from, what it sorts by, and what comes after a page. The id decides between equals. */
const SORTS: Readonly<Record<ReportSort, Order>> = {
  // Of one year, of which an authority has one report: nothing is equal.
  year: {
    from: ({ year, ids }, limit) =>
      ids || limit > SHORT ? OF_AUTHORITY : alongTree(sql`and r.report_year = ${year}`),
    order: sql`place`,
    after: ({ key }) => sql`a.place > ${key.slice('2000/'.length)}`,
  },
  dueOn: {
    from: () => OF_AUTHORITY,
    order: sql`due_on, id`,
    after: ({ key, id }) => sql`(r.due_on, r.id) > (${key}::date, ${id}::uuid)`,
  },
  authority: {
    from: () => alongTree(),
    order: sql`place, id desc`,
    after: ({ key, id }) => sql`a.place >= ${key} and (a.place > ${key} or r.id < ${id}::uuid)`,
  },
}

/** What of the reports is asked for, its words looked up. */
export async function askedOf(tx: Transaction<Schema>, query: ReportsQuery): Promise<Asked> {
  const { year, authorityId, state, sort, after, q } = query
  return {
    ...{ sort, after, found: q ? await named(tx, q) : null },
    ...(year !== undefined && { year }),
    ...(authorityId !== undefined && { authorityId }),
    ...(state !== undefined && { state }),
  }
}

/** At most `limit` of the reports in their order: found first, and their checks after them, all at once. */
export async function reportRows(
  tx: Transaction<Schema>,
  tenantId: string,
  asked: Asked,
  limit: number,
): Promise<readonly ReportHead[]> {
  const { from, order } = SORTS[asked.sort]
  const { rows } = await sql<ReportHead>`
    with page as materialized (
      select r.id, r.collection_id, r.authority_id, r.report_year, r.due_on, r.state, r.version, r.published_on, r.published_no,
        r.closed_reason, a.name, ${CARRIER} as carrier, a.place
      from ${from(asked, limit)} where ${conditions(tenantId, asked)} order by ${order} limit ${limit})
    select r.id, r.collection_id as "collectionId", r.authority_id as "authorityId", r.name as authority, r.carrier as "carriedBy",
      r.report_year as "reportYear", r.due_on as "dueOn", r.state, r.version, r.published_on as "publishedOn",
      r.closed_reason as "closedReason", greatest(0, ${COUNTING_DAY} - r.due_on) as "daysLate",
      c.open_errors as "openErrors", c.open_findings as "openFindings",
      r.state in ('draft', 'returned') and coalesce(c.open_errors, 0) > 0 as "checksFailed"
    from page r left join (select report_id, open_errors, open_findings from report_check
      where tenant_id = ${tenantId} and report_id = any (array(select id from page))) c on c.report_id = r.id
    order by ${order}`.execute(tx)
  return rows
}

/** How many reports are asked for, wherever a page begins. */
export function countReports(
  tx: Transaction<Schema>,
  tenantId: string,
  asked: Asked,
): Promise<number> {
  const all = conditions(tenantId, { ...asked, after: null })
  return countUpTo(tx, sql`select from ${OF_AUTHORITY} where ${all}`)
}

function conditions(
  tenantId: string,
  { year, authorityId, state, sort, after, found, ids }: Asked,
): RawBuilder<unknown> {
  const all = [
    sql`r.tenant_id = ${tenantId} and a.tenant_id = ${tenantId}`,
    ...(year === undefined ? [] : [sql`r.report_year = ${year}`]),
    ...(authorityId === undefined ? [] : [sql`a.path @> array[${authorityId}::uuid]`]),
    ...(state === undefined ? [] : [sql`r.state = ${state}`]),
    ...(found === null ? [] : [found]),
    ...(ids === undefined ? [] : [sql`r.id = any (${ids}::uuid[])`]),
    ...(after === null ? [] : [SORTS[sort].after(after)]),
  ]
  return sql.join(all, sql` and `)
}
