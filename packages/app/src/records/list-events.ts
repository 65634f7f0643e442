import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import type { LoggedEvent } from './event.js'
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

export type EventPage = {
  readonly events: readonly LoggedEvent[]
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
    let rows = tx.selectFrom('event').selectAll().where('tenant_id', '=', platform.tenantId)
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
    if (query.words) {
      const like = `%${query.words.replace(/[\\%_]/g, '\\$&')}%`
      rows = rows.where((is) => is.or([is('reason', 'ilike', like), is('detail', 'ilike', like)]))
    }
    const found = await rows
      .orderBy('seq', 'desc')
      .limit(limit + 1)
      .execute()
    const page = found.slice(0, limit)
    return ok({
      events: page.map(toLogged),
      next: found.length > limit ? (page.at(-1)?.seq ?? null) : null,
    })
  })
}
