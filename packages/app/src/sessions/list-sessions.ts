import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { idleSince } from './session-time.js'

/** A session as its person sees it: where and since when somebody is signed in under this name. */
export type OwnSession = {
  readonly id: string
  readonly createdAt: Date
  /** To the minute. */
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly address: string | null
  readonly agent: string | null
}

/** The own sessions that are open, the one used last first. */
export async function listSessions(
  platform: Platform,
  actor: Actor,
): Promise<Result<readonly OwnSession[], never>> {
  return transact(platform, actor, async ({ tx }) => {
    const at = platform.now()
    const rows = await tx
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', actor.personId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', at)
      .where('seen_at', '>', idleSince(at))
      .orderBy('seen_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return ok(
      rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
        address: row.address,
        agent: row.agent,
      })),
    )
  })
}
