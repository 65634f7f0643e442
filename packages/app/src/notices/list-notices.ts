import { ok, type Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'

export type Notice = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly body: string
  /** Where it is dealt with. */
  readonly path: string
  readonly createdAt: Date
  readonly readAt: Date | null
}

export type NoticeQuery = {
  /** Only what is not read. */
  readonly unread?: boolean
  /** Older than this id: where the page before ended. */
  readonly before?: string
  /** Rows of a page, at most 200. */
  readonly limit?: number
}

export type NoticePage = {
  readonly notices: readonly Notice[]
  /** Where the next page goes on; null at the end. */
  readonly next: string | null
  /** Up to `MOST_UNREAD`; that many stands for more. */
  readonly unread: number
}

const MOST = 200
export const MOST_UNREAD = 1000

/** One's own notices, newest first, and how many are not read. */
export async function listNotices(
  platform: Platform,
  actor: Actor,
  { unread, before, limit = 50 }: NoticeQuery,
): Promise<Result<NoticePage, never>> {
  return transact(platform, actor, async ({ tx }) => {
    const rows = await tx
      .selectFrom('notice')
      .select([
        'id',
        'kind',
        'title',
        'body',
        'path',
        'created_at as createdAt',
        'read_at as readAt',
      ])
      .where('tenant_id', '=', platform.tenantId)
      .where('person_id', '=', actor.personId)
      .$if(unread === true, (query) => query.where('read_at', 'is', null))
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(Math.min(limit, MOST) + 1)
      .execute()
    const notices = rows.slice(0, Math.min(limit, MOST))
    const next = rows.length > notices.length ? (notices.at(-1)?.id ?? null) : null
    return ok({ notices, next, unread: await countUnread(tx, platform, actor) })
  })
}

/** How many of one's own notices are not read, up to `MOST_UNREAD`. */
export async function countUnread(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  { personId }: Actor,
): Promise<number> {
  const { count } = await tx
    .selectFrom((from) =>
      from
        .selectFrom('notice')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('read_at', 'is', null)
        .limit(MOST_UNREAD)
        .as('unread'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
