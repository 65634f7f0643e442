import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import type { Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'
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
  const hash = hashOf(token)
  const { value: personId } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select person_of_session(${hash}, ${at}, ${idleSince(at)}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  if (personId === null) return null
  const { value } = await transact(platform, self(personId), async ({ tx }) => {
    const session = await tx
      .selectFrom('session')
      .select(['id', 'seen_at'])
      .where('token_hash', '=', hash)
      .executeTakeFirstOrThrow()
    if (session.seen_at < seenBefore(at)) {
      await tx.updateTable('session').set({ seen_at: at }).where('id', '=', session.id).execute()
    }
    const holdings = await holdingsOf(tx, platform, personId)
    return ok({ sessionId: session.id, actor: { personId, holdings } })
  })
  return value
}

/** The same that `authorities_as` answers in the database; a test holds both together. */
async function holdingsOf(
  tx: Transaction<Schema>,
  platform: Platform,
  personId: string,
): Promise<readonly Holding[]> {
  const day = today(platform)
  const held = tx
    .selectFrom('assignment as a')
    .where('a.since', '<=', day)
    .where(({ or, eb }) => or([eb('a.until', 'is', null), eb('a.until', '>=', day)]))
  const own = await held
    .select(['a.role', 'a.authority_id'])
    .where('a.person_id', '=', personId)
    .orderBy('a.since')
    .orderBy('a.id')
    .execute()
  const asDeputy = await held
    .innerJoin('deputation as d', 'd.assignment_id', 'a.id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.role', 'a.authority_id', 'a.person_id'])
    .where('d.deputy_id', '=', personId)
    .where('d.since', '<=', day)
    .where('d.until', '>=', day)
    .where('p.state', '=', 'active')
    .orderBy('d.since')
    .orderBy('d.id')
    .execute()
  return [
    ...own.map((row) => toHolding(row.role, row.authority_id, null)),
    ...asDeputy.map((row) => toHolding(row.role, row.authority_id, row.person_id)),
  ]
}

function toHolding(role: string, authorityId: string, onBehalfOf: string | null): Holding {
  // The check of the column holds the same names as ROLES.
  return { role: role as Role, authorityId, onBehalfOf }
}
