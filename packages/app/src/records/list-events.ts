import { ok, type Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { LoggedEvent, LoggedPayload } from './event.js'
import { toLogged } from './read-log.js'

/** What of the log is asked for; all that is given must hold. */
export type EventQuery = {
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly authorityId?: string
  readonly personId?: string
  readonly name?: string
  /** Words that stand in the reason or the detail. */
  readonly words?: string
  /** Instants: from, inclusive; until, exclusive. */
  readonly from?: Date
  readonly until?: Date
  /** Older than this number: where the page before ended. */
  readonly before?: number
  /** Rows of a page, at most 200. */
  readonly limit?: number
}

/** An event with what there is of personal data beside it: none, or closed here, or erased. */
type ListedEvent = LoggedEvent & { readonly payload: ListedPayload | null }

type ListedPayload = Exclude<LoggedPayload, { readonly state: 'open' }>

export type EventPage = {
  readonly events: readonly ListedEvent[]
  /** Where the next page goes on; null at the end. */
  readonly next: number | null
}

const MOST = 200

/** The log, newest first, of what the actor may read: the history of one thing, or a search through all. What may not be read is not there. */
export function listEvents(
  platform: Platform,
  actor: Actor,
  query: EventQuery,
): Promise<Result<EventPage, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const limit = Math.min(query.limit ?? 50, MOST)
    // How many rows hold the words is guessed badly; newest first along the index ends with the page.
    if (query.words) await sql`select set_config('enable_sort', 'off', true)`.execute(tx)
    const oldest = query.words ? await oldestSearched(tx, query.before) : 0
    const found = await newest(tx, matching(tx, platform, query, oldest), actor, limit + 1)
    const page = found.slice(0, limit)
    const erased = await erasedOf(
      tx,
      page.filter((row) => row.payload_digest !== null).map(({ id }) => id),
    )
    return ok({
      events: page.map((row) => ({
        ...toLogged(row),
        payload: row.payload_digest && (erased.get(row.id) ?? { state: 'closed' }),
      })),
      next: found.length > limit ? (page.at(-1)?.seq ?? null) : oldest > 1 ? oldest : null,
    })
  })
}

/** Words are looked for in so many events at a time, however old the log is; the next page goes on. */
const SEARCHED = 100_000

/** The number of the oldest event that a search before `before`, or through the newest, looks at. */
async function oldestSearched(
  tx: Transaction<Schema>,
  before = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { seq } = await tx.selectFrom('chain_head').select('seq').executeTakeFirstOrThrow()
  return Math.min(before, seq + 1) - SEARCHED
}

function matching(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  query: EventQuery,
  oldest: number,
) {
  let rows = tx.selectFrom('event').where('tenant_id', '=', tenantId)
  if (query.subject) {
    rows = rows
      .where('subject_kind', '=', query.subject.kind)
      .where('subject_id', '=', query.subject.id)
  }
  if (query.authorityId) rows = rows.where('authority_id', '=', query.authorityId)
  if (query.personId) rows = rows.where('person_id', '=', query.personId)
  if (query.name) rows = rows.where('name', '=', query.name)
  if (query.from) rows = rows.where('happened_at', '>=', query.from)
  if (query.until) rows = rows.where('happened_at', '<', query.until)
  if (query.before) rows = rows.where('seq', '<', query.before)
  if (oldest > 1) rows = rows.where('seq', '>=', oldest)
  if (query.words) {
    const like = `%${query.words.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((is) => is.or([is('reason', 'ilike', like), is('detail', 'ilike', like)]))
  }
  return rows
}

/**
 * The newest of what matches. Who may read all takes them along the log. For others the newest of each authority that they may read are looked up, and their own:
 * else the log would be read through for the few that are theirs.
 */
async function newest(
  tx: Transaction<Schema>,
  rows: ReturnType<typeof matching>,
  { personId }: Actor,
  most: number,
) {
  const numbers = rows.select('seq').orderBy('seq', 'desc').limit(most)
  const { rows: reach } = await sql<{ all: boolean }>`
    select reaches_all('{administrator,auditor,supervisingOfficer}') as all`.execute(tx)
  const readable = reach[0]?.all
    ? numbers
    : sql<number>`(select n.seq from (
        ${numbers.where('person_id', '=', personId)} union select e.seq
          from (select authorities_below('{administrator,auditor,supervisingOfficer}') as id
            union select authorities_as('{disclosureOfficer,sectionHandler,reviewer,secrecyReviewer,disclosureHead,leader}')) place
          cross join lateral ${numbers.where('authority_id', '=', sql<string>`place.id`)} e
        ) n order by n.seq desc limit ${most})`
  return tx
    .selectFrom('event')
    .selectAll()
    .where('tenant_id', '=', sql<string>`current_tenant()`)
    .where('seq', 'in', readable)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
}

/** Of these events, those whose personal data were erased. */
async function erasedOf(
  tx: Transaction<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedPayload>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('event_payload')
    .select(['event_id', 'erased_at', 'erased_under'])
    .where('tenant_id', '=', sql<string>`gongkai.current_tenant()`)
    .where('event_id', 'in', [...ids])
    .where('sealed', 'is', null)
    .execute()
  return new Map(
    rows.map(({ event_id, erased_at, erased_under }) => [
      event_id,
      { state: 'erased', on: erased_at?.toISOString() ?? '', under: erased_under ?? '' },
    ]),
  )
}
