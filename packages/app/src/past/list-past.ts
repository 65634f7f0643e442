import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOnPast, type PastNotFound } from './allow-on-past.js'
import {
  ITEM_COLUMNS,
  type PastItem,
  type PastReading,
  type PastState,
  toItem,
} from './past-item.js'

export type PastQuery = {
  readonly authorityId: string
  readonly importId?: string
  readonly state?: PastState
  /** `next` of the page before. */
  readonly after?: string
  /** Rows of a page, at most 200. */
  readonly limit?: number
}

export type PastPage = {
  /** In the order in which they came. */
  readonly items: readonly PastItem[]
  readonly next: string | null
}

const MOST = 200

/** The queue of reports of years past. */
export async function listPast(
  platform: Platform,
  actor: Actor,
  { authorityId, importId, state, after, limit = 50 }: PastQuery,
): Promise<Result<PastPage, RightRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'past.read', authorityId)
    if (!allowed.ok) return allowed
    const most = Math.min(limit, MOST)
    const rows = await tx
      .selectFrom('past_item')
      .select(ITEM_COLUMNS)
      .where('authority_id', '=', authorityId)
      .$if(importId !== undefined, (query) => query.where('import_id', '=', importId ?? ''))
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(most + 1)
      .execute()
    const items = rows.slice(0, most).map(toItem)
    return ok({ items, next: rows.length > most ? (items.at(-1)?.id ?? null) : null })
  })
}

/** One file of the queue with what was read of it. */
export async function readPastItem(
  platform: Platform,
  actor: Actor,
  itemId: string,
): Promise<Result<PastReading, RightRefusal | PastNotFound>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnPast(tx, actor, 'past.read', itemId)
    if (!allowed.ok) return allowed
    const row = await tx
      .selectFrom('past_item')
      .select([...ITEM_COLUMNS, 'reading'])
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow()
    return ok({ ...toItem(row), reading: row.reading })
  })
}

export type PastImport = {
  readonly id: string
  readonly authorityId: string
  readonly askedBy: string
  readonly askedAt: Date
  /** Where it is told how far the reading is. */
  readonly jobId: string | null
  /** How many of its files are in each state. */
  readonly counts: Readonly<Partial<Record<PastState, number>>>
}

/** How far an import is. */
export async function readPastImport(
  platform: Platform,
  actor: Actor,
  importId: string,
): Promise<Result<PastImport, RightRefusal | PastNotFound>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOnPast(tx, actor, 'past.read', importId)
    if (!allowed.ok) return allowed
    const { rows } = await sql<PastImport>`
      select id, authority_id as "authorityId", asked_by as "askedBy", asked_at as "askedAt", job_id as "jobId",
        coalesce((select json_object_agg(state, n) from (select state, count(*) as n from past_item
          where tenant_id = i.tenant_id and import_id = i.id group by state) c), '{}') as counts
      from past_import i where tenant_id = current_tenant() and id = ${importId}`.execute(tx)
    const [found] = rows
    if (!found) throw new Error(`import ${importId} went away`)
    return ok(found)
  })
}
