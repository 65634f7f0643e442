import { type LocalDate, ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type Asked, askedOf, countReports, reportRows } from './report-rows.js'
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
  /** Why it is no longer asked for. */
  readonly closedReason: string | null
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
  /** Whether all that are asked for are counted too. */
  readonly total?: boolean
}

/** Where a page ended: what it was sorted by, and the report. */
export type ReportCursor = { readonly key: string; readonly id: string }

export type ReportPage = {
  readonly items: readonly ReportHead[]
  /** Null where this is the last. */
  readonly next: ReportCursor | null
  /** How many there are, as `countUpTo` counts; null where it was not asked for. */
  readonly total: number | null
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
    const asked = await askedOf(tx, query)
    const read = asked.sort === 'year' ? yearByYear : reportRows
    const rows = await read(tx, tenantId, asked, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return ok({
      items: rows.slice(0, limit),
      next: last ? { key: await keyOf(tx, asked.sort, last), id: last.id } : null,
      total: query.total ? await countReports(tx, tenantId, asked) : null,
    })
  })
}

/** What a page that ends with `last` is continued from. */
async function keyOf(
  tx: Transaction<Schema>,
  sort: ReportSort,
  { authorityId, dueOn, reportYear }: ReportHead,
): Promise<string> {
  if (sort === 'dueOn') return dueOn
  const { rows } = await sql<{ place: string }>`
    select place from authority where tenant_id = current_tenant() and id = ${authorityId}`.execute(
    tx,
  )
  const place = rows[0]?.place ?? ''
  return sort === 'year' ? `${reportYear}/${place}` : place
}

/** A page of each year, the newest first, until the page that is asked for is full: no year is sorted with another. */
async function yearByYear(
  tx: Transaction<Schema>,
  tenantId: string,
  asked: Asked,
  limit: number,
): Promise<readonly ReportHead[]> {
  const begun = asked.after ? Number(asked.after.key.slice(0, 4)) : undefined
  const { years, reachesAll } = await yearsAsked(tx)
  const rows: ReportHead[] = []
  for (const year of asked.year ? [asked.year] : years) {
    if (rows.length >= limit) break
    if (begun !== undefined && year > begun) continue
    const after = year === begun ? asked.after : null
    const ids = await fewSeen(tx, tenantId, asked, { year, reachesAll })
    const ofYear = { ...asked, year, after, ...(ids && { ids }) }
    rows.push(...(await reportRows(tx, tenantId, ofYear, limit - rows.length)))
  }
  return rows
}

/** The years of which there are reports, the newest first, and whether the actor reads those of all authorities. */
async function yearsAsked(
  tx: Transaction<Schema>,
): Promise<{ readonly years: readonly number[]; readonly reachesAll: boolean }> {
  const { rows } = await sql<{ years: readonly number[]; reachesAll: boolean }>`
    select array(select report_year from public_years() order by 1 desc) as years,
      reaches_all('{supervisingOfficer,auditor}') as "reachesAll"`.execute(tx)
  return rows[0] ?? { years: [], reachesAll: false }
}

/** Where fewer are seen, they are looked up; where more are, a walk along the year soon meets them. */
const FEW = 200

/**
 * The reports of a year that are seen, if they are few: those in the state that is asked for, and of who does not read all, those that are public
 * and those of the authorities that one reads. Else a year in which nothing is public yet would be read through for one's own.
 */
async function fewSeen(
  tx: Transaction<Schema>,
  tenantId: string,
  { state }: Asked,
  { year, reachesAll }: { readonly year: number; readonly reachesAll: boolean },
): Promise<readonly string[] | null> {
  if (reachesAll && !state) return null
  const ofYear = sql`select r.id from annual_report r where r.tenant_id = ${tenantId} and r.report_year = ${year}`
  // In this order they stand in the index of the states.
  const inState = (one: ReportState) =>
    sql`(${ofYear} and r.state = ${one} order by r.id desc limit ${FEW})`
  const everybodys = PUBLIC.filter((one) => !state || one === state).map(inState)
  const own = sql`(select r.id from (
      select authorities_below('{supervisingOfficer,auditor}') as id union
      select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader,auditor}')) own
    cross join lateral (${ofYear} and r.authority_id = own.id ${state ? sql`and r.state = ${state}` : sql``} offset 0) r limit ${FEW})`
  const parts = reachesAll && state ? [inState(state)] : [...everybodys, own]
  const { rows } = await sql<{ id: string }>`${sql.join(parts, sql` union `)}`.execute(tx)
  return rows.length < FEW ? rows.map(({ id }) => id) : null
}

/** What everybody sees. */
const PUBLIC: readonly ReportState[] = ['published', 'withdrawn']
