import { type LocalDate, ok, type Result } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { COUNTING_DAY } from './board.js'
import { CARRIER } from './carrier.js'
import type { ReportState } from './states.js'

/** A report as it stands in a list. */
export type ReportHead = {
  readonly id: string
  readonly collectionId: string
  readonly authorityId: string
  readonly authority: string
  /** Who carries on the report of an authority that is dissolved. */
  readonly carriedBy: string | null
  readonly reportYear: number
  readonly dueOn: LocalDate
  readonly state: ReportState
  readonly version: number
  readonly publishedOn: LocalDate | null
  /** Days after the due date: of the publication, else of today; 0 where it is in time. */
  readonly daysLate: number
  /** Null where it was not checked yet, or where the check may not be seen. */
  readonly openErrors: number | null
  readonly openFindings: number | null
  /** It is being drafted, and its last check found errors. */
  readonly checksFailed: boolean
}

/** The newest year first, within a year the order of the tree of authorities; the earliest due date first; the order of the tree, the newest year first. */
export type ReportSort = 'year' | 'dueOn' | 'authority'

/** What of the reports is asked for; all that is given must hold. */
export type ReportsQuery = {
  readonly year?: number
  /** Of this authority and of those below. */
  readonly authorityId?: string
  readonly state?: ReportState
  /** Part of the name of the authority. */
  readonly q?: string
  readonly sort: ReportSort
  readonly after: ReportCursor | null
  /** Rows of a page, at most 1000. */
  readonly limit: number
}

/** Where a page ended: what it was sorted by, and the report. */
export type ReportCursor = { readonly key: string; readonly id: string }

export type ReportPage = {
  readonly items: readonly ReportHead[]
  /** Null where this is the last. */
  readonly next: ReportCursor | null
}

const MOST = 1000

/** The reports that may be seen, page by page: everybody's that are published, and those of one's own authorities and of those below. */
export async function listReports(
  platform: Platform,
  actor: Actor,
  query: ReportsQuery,
): Promise<Result<ReportPage, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const limit = Math.min(query.limit, MOST)
    const { tenantId } = platform
    const rows = await (query.sort === 'year'
      ? yearByYear(tx, tenantId, query, limit + 1)
      : rowsOf(tx, tenantId, query, limit + 1))
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return ok({
      items: page.map(({ key: _, ...row }) => row),
      next: last ? { key: last.key, id: last.id } : null,
    })
  })
}

const OF_AUTHORITY = sql`annual_report r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id`

type Order = {
  readonly from: (year: number | undefined) => RawBuilder<unknown>
  readonly key: RawBuilder<string>
  readonly order: RawBuilder<unknown>
  readonly after: (cursor: ReportCursor) => RawBuilder<boolean>
}

/** Along the tree, the reports of one authority after those of another: never all of them, to be sorted. */
function alongTree(ofYear: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`authority a cross join lateral (select * from annual_report r
    where r.tenant_id = a.tenant_id and r.authority_id = a.id ${ofYear} offset 0) r`
}

/** Of each order: where its rows come from, what it sorts by, what a page is continued from, and what comes after that. The id decides between equals. */
const SORTS: Readonly<Record<ReportSort, Order>> = {
  // Of one year, of which an authority has one report: nothing is equal.
  year: {
    from: (year) => alongTree(sql`and r.report_year = ${year}`),
    key: sql`r.report_year || '/' || a.place`,
    order: sql`a.place`,
    after: ({ key }) => sql`a.place > ${key.slice('2000/'.length)}`,
  },
  dueOn: {
    from: () => OF_AUTHORITY,
    key: sql`r.due_on::text`,
    order: sql`r.due_on, r.id`,
    after: ({ key, id }) => sql`(r.due_on, r.id) > (${key}::date, ${id}::uuid)`,
  },
  authority: {
    from: () => alongTree(sql``),
    key: sql`a.place`,
    order: sql`a.place, r.id desc`,
    after: ({ key, id }) => sql`a.place >= ${key} and (a.place > ${key} or r.id < ${id}::uuid)`,
  },
}

type Asked = Omit<ReportsQuery, 'limit'>
type Row = ReportHead & { readonly key: string }

/** A page of each year, the newest first, until the page that is asked for is full: no year is sorted with another. */
async function yearByYear(
  tx: Transaction<Schema>,
  tenantId: string,
  query: Asked,
  limit: number,
): Promise<readonly Row[]> {
  const begun = query.after ? Number(query.after.key.slice(0, 4)) : undefined
  const rows: Row[] = []
  for (const year of query.year ? [query.year] : await yearsAsked(tx)) {
    if (rows.length >= limit) break
    if (begun !== undefined && year > begun) continue
    const after = year === begun ? query.after : null
    rows.push(...(await rowsOf(tx, tenantId, { ...query, year, after }, limit - rows.length)))
  }
  return rows
}

/** The years of which there are reports, the newest first. */
async function yearsAsked(tx: Transaction<Schema>): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select report_year as year from public_years() where asked > 0 order by 1 desc`.execute(tx)
  return rows.map(({ year }) => year)
}

/** The one query of the list. The reports of a page are found first, along the index of their order; their counts are looked up one by one. */
async function rowsOf(
  tx: Transaction<Schema>,
  tenantId: string,
  { year, authorityId, state, q, sort, after }: Asked,
  limit: number,
): Promise<readonly Row[]> {
  const { from, key, order, after: beyond } = SORTS[sort]
  const conditions = [
    sql`r.tenant_id = ${tenantId} and a.tenant_id = ${tenantId}`,
    ...(year === undefined ? [] : [sql`r.report_year = ${year}`]),
    ...(authorityId === undefined ? [] : [sql`a.path @> array[${authorityId}::uuid]`]),
    ...(state === undefined ? [] : [sql`r.state = ${state}`]),
    ...(q ? [sql`a.name like ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`] : []),
    ...(after === null ? [] : [beyond(after)]),
  ]
  const found = sql`
    select r.*, a.name, ${CARRIER} as carrier, ${key} as key, row_number() over (order by ${order}) as line from ${from(year)}
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit}`
  const { rows } = await sql<Row>`
    select r.id, r.collection_id as "collectionId", r.authority_id as "authorityId", r.name as authority, r.carrier as "carriedBy",
      r.report_year as "reportYear", r.due_on as "dueOn", r.state, r.version, r.published_on as "publishedOn",
      greatest(0, ${COUNTING_DAY} - r.due_on) as "daysLate",
      c.open_errors as "openErrors", c.open_findings as "openFindings",
      r.state in ('draft', 'returned') and coalesce(c.open_errors, 0) > 0 as "checksFailed", r.key
    from (${found}) r
    left join lateral (select open_errors, open_findings from report_check c
      where c.tenant_id = r.tenant_id and c.report_id = r.id offset 0) c on true
    order by r.line`.execute(tx)
  return rows
}
