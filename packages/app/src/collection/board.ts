import { type LocalDate, ok, type Refusal, type Result } from '@gongkai/law'
import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import { named } from '../authorities/named.js'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { CARRIER } from './carrier.js'
import { type Collection, readCollection } from './collection.js'
import type { ReportState } from './states.js'

/** How far one authority is with its report. */
export type BoardRow = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  /** Who carries on the report of an authority that is dissolved. */
  readonly carriedBy: string | null
  readonly state: ReportState
  readonly version: number
  readonly dueOn: LocalDate
  readonly publishedOn: LocalDate | null
  /** Why the report is no longer asked for. */
  readonly closedReason: string | null
  /** Days after the due date: of the publication, else of today; 0 where it is in time. */
  readonly daysLate: number
  /** Errors that keep it from being handed in, and all that stands open; null where it was not checked yet. */
  readonly openErrors: number | null
  readonly openFindings: number | null
  /** It is being drafted, and its last check found errors. */
  readonly checksFailed: boolean
}

/** What of the board is asked for; all that is given must hold. */
export type BoardQuery = {
  readonly collectionId: string
  readonly state?: ReportState
  readonly late?: boolean
  readonly checksFailed?: boolean
  /** Part of the name of the authority. */
  readonly q?: string
  /** In the order of the tree, where nothing else is asked for. */
  readonly sort?: BoardSort
  /** Where the page before ended. */
  readonly after?: string
  /** Rows of a page, at most 1000. */
  readonly limit?: number
}

export type Board = {
  readonly collection: Collection
  readonly rows: readonly BoardRow[]
  /** Where the next page goes on; null at the end. */
  readonly next: string | null
  readonly counts: BoardCounts
}

/** How many of all that were asked, whatever is looked for. */
export type BoardCounts = {
  readonly states: readonly { readonly state: ReportState; readonly count: number }[]
  readonly late: number
  readonly checksFailed: number
}

/** What the rows are ordered by, as text: what is asked for in one length, then the place in the tree. */
const SORTS = {
  authority: sql`a.place`,
  dueOn: sql`to_char(r.due_on, 'YYYY-MM-DD') || a.place`,
  state: sql`array_position(array['returned', 'notStarted', 'draft', 'submitted', 'accepted', 'published', 'withdrawn', 'closed'], r.state) || a.place`,
} as const

export type BoardSort = keyof typeof SORTS

const MOST = 1000

/** 进度: every authority that was asked, with how far it is. */
export async function board(
  platform: Platform,
  actor: Actor,
  query: BoardQuery,
): Promise<Result<Board, RightRefusal | Refusal<'collection.not-found'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'collection.read', 'collection', query.collectionId)
    if (!allowed.ok) return allowed
    const collection = await readCollection(tx, query.collectionId)
    const limit = Math.min(query.limit ?? 100, MOST)
    const found = query.q ? await named(tx, query.q) : null
    const { rows } = await boardRows(platform.tenantId, query, limit + 1, found).execute(tx)
    const page = rows.slice(0, limit)
    return ok({
      collection,
      rows: page.map(({ key: _, ...row }) => row),
      next: rows.length > limit ? (page.at(-1)?.key ?? null) : null,
      counts: await boardCounts(tx, platform.tenantId, query.collectionId),
    })
  })
}

/** Of a report `r`: the day that counts for lateness: of the publication, else of today. Of what was published before it came here the day may not be known; what is no longer asked for is never late. */
export const COUNTING_DAY = sql`coalesce(r.published_on, case when r.published_no is null and r.state <> 'closed' then (select current_day()) else r.due_on end)`

const IS_LATE = sql`${COUNTING_DAY} > r.due_on`
const HAS_FAILED = sql`r.state in ('draft', 'returned') and exists (select from report_check c
  where c.tenant_id = r.tenant_id and c.report_id = r.id and c.open_errors > 0)`

async function boardCounts(
  tx: Transaction<Schema>,
  tenantId: string,
  collectionId: string,
): Promise<BoardCounts> {
  const { rows } = await sql<{
    state: ReportState
    count: number
    late: number
    checksFailed: number
  }>`
    with asked as materialized (
      select r.id, r.state, ${IS_LATE} as is_late from annual_report r
      where r.tenant_id = ${tenantId} and r.collection_id = ${collectionId}),
    failed as (
      select report_id from report_check where tenant_id = ${tenantId} and open_errors > 0
        and report_id = any (array(select id from asked where state in ('draft', 'returned'))))
    select r.state, count(*) as count, count(*) filter (where r.is_late) as late, count(f.report_id) as "checksFailed"
    from asked r left join failed f on f.report_id = r.id
    group by r.state order by r.state`.execute(tx)
  return {
    states: rows.map(({ state, count }) => ({ state, count })),
    late: rows.reduce((all, { late }) => all + late, 0),
    checksFailed: rows.reduce((all, { checksFailed }) => all + checksFailed, 0),
  }
}

/**
 * The one query of the board; `found` is the condition of `q`. The reports of a page are found first; their counts are looked up one by one, whatever
 * else was ever checked.
 */
export function boardRows(
  tenantId: string,
  { collectionId, state, late, checksFailed, sort = 'authority', after }: BoardQuery,
  limit: number,
  found: RawBuilder<SqlBool> | null = null,
) {
  const key = SORTS[sort]
  const conditions = [
    sql`r.tenant_id = ${tenantId} and r.collection_id = ${collectionId}`,
    ...(state === undefined ? [] : [sql`r.state = ${state}`]),
    ...(late === undefined ? [] : [sql`(${IS_LATE}) = ${late}`]),
    ...(checksFailed === undefined ? [] : [sql`(${HAS_FAILED}) = ${checksFailed}`]),
    ...(found ? [found] : []),
    ...(after === undefined ? [] : [sql`${key} > ${after}`]),
  ]
  return sql<BoardRow & { readonly key: string }>`
    select r.id as "reportId", r.authority_id as "authorityId", r.name as authority, r.carrier as "carriedBy", r.state, r.version,
      r.due_on as "dueOn", r.published_on as "publishedOn", r.closed_reason as "closedReason",
      greatest(0, ${COUNTING_DAY} - r.due_on) as "daysLate",
      c.open_errors as "openErrors", c.open_findings as "openFindings",
      r.state in ('draft', 'returned') and coalesce(c.open_errors, 0) > 0 as "checksFailed", r.key
    from (
      select r.*, a.name, ${CARRIER} as carrier, ${key} as key from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      where ${sql.join(conditions, sql` and `)}
      order by ${key} limit ${limit}
    ) r
    left join lateral (select open_errors, open_findings from report_check c
      where c.tenant_id = r.tenant_id and c.report_id = r.id offset 0) c on true
    order by r.key`
}
