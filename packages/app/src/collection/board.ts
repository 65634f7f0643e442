import { type LocalDate, ok, type Refusal, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type Collection, readCollection } from './collection.js'
import type { ReportState } from './states.js'

/** How far one authority is with its report. */
export type BoardRow = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly state: ReportState
  readonly version: number
  readonly dueOn: LocalDate
  readonly publishedOn: LocalDate | null
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
  /** Where the page before ended. */
  readonly after?: string
  /** Rows of a page, at most 1000. */
  readonly limit?: number
}

export type Board = {
  readonly collection: Collection
  /** In the order of the tree of authorities. */
  readonly rows: readonly BoardRow[]
  /** Where the next page goes on; null at the end. */
  readonly next: string | null
}

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
    const { rows } = await boardRows(platform.tenantId, query, limit + 1).execute(tx)
    const page = rows.slice(0, limit)
    return ok({
      collection,
      rows: page.map(({ place: _, ...row }) => row),
      next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
    })
  })
}

/**
 * The one query of the board. The reports of a page are found first; their counts are looked up one by one, whatever else was ever
 * checked.
 */
export function boardRows(
  tenantId: string,
  { collectionId, state, late, checksFailed, after }: BoardQuery,
  limit: number,
) {
  const isLate = sql`coalesce(r.published_on, current_day()) > r.due_on`
  const hasFailed = sql`r.state in ('draft', 'returned') and exists (select from report_check c
    where c.tenant_id = r.tenant_id and c.report_id = r.id and c.open_errors > 0)`
  const conditions = [
    sql`r.tenant_id = ${tenantId} and r.collection_id = ${collectionId}`,
    ...(state === undefined ? [] : [sql`r.state = ${state}`]),
    ...(late === undefined ? [] : [sql`(${isLate}) = ${late}`]),
    ...(checksFailed === undefined ? [] : [sql`(${hasFailed}) = ${checksFailed}`]),
    ...(after === undefined ? [] : [sql`a.place > ${after}`]),
  ]
  return sql<BoardRow & { readonly place: string }>`
    select r.id as "reportId", r.authority_id as "authorityId", r.name as authority, r.state, r.version,
      r.due_on as "dueOn", r.published_on as "publishedOn",
      greatest(0, coalesce(r.published_on, current_day()) - r.due_on) as "daysLate",
      c.open_errors as "openErrors", c.open_findings as "openFindings",
      r.state in ('draft', 'returned') and coalesce(c.open_errors, 0) > 0 as "checksFailed", r.place
    from (
      select r.*, a.name, a.place from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      where ${sql.join(conditions, sql` and `)}
      order by a.place limit ${limit}
    ) r
    left join lateral (select open_errors, open_findings from report_check c
      where c.tenant_id = r.tenant_id and c.report_id = r.id offset 0) c on true
    order by r.place`
}
