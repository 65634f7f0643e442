import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { transact } from '../storage/transact.js'
import { self } from './self.js'
import { idleSince, seenBefore } from './session-time.js'
import { hashOf } from './token.js'

export type ActiveSession = { readonly sessionId: string; readonly actor: Actor }

/** Who asks with this token, with all that the person holds today, also as a deputy; null where the session ended, expired or lay idle, or the person is blocked. */
export async function actorOfSession(
  platform: Platform,
  token: string,
): Promise<ActiveSession | null> {
  const at = platform.now()
  const { rows } = await sql<Row>`
    select session_id as "sessionId", holder as "personId", last_seen as "lastSeen", held as holdings
    from session_of(${platform.tenantId}, ${hashOf(token)}, ${at}, ${idleSince(at)}, ${today(platform)})`.execute(
    platform.db,
  )
  const [found] = rows
  if (!found) return null
  const { sessionId, personId, lastSeen, holdings } = found
  if (lastSeen < seenBefore(at)) await keepSeen(platform, personId, sessionId)
  return { sessionId, actor: { personId, holdings } }
}

/** The same that `authorities_as` answers in the database; a test holds both together. */
type Row = Actor & { readonly sessionId: string; readonly lastSeen: Date }

async function keepSeen(platform: Platform, personId: string, sessionId: string): Promise<void> {
  await transact(platform, self(personId), async ({ tx }) => {
    const seen = { seen_at: platform.now() }
    await tx.updateTable('session').set(seen).where('id', '=', sessionId).execute()
    return ok(null)
  })
}
