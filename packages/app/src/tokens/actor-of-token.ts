import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Holding, Platform } from '../context.js'
import { self } from '../sessions/self.js'
import { hashOf } from '../sessions/token.js'
import { transact } from '../storage/transact.js'
import { SCOPES, type Scope } from './scopes.js'

/**
 * Who asks with this token: the token itself, on behalf of whoever made it, with what its scopes allow in its authority. Null where it was
 * revoked or has expired, or where its maker does not administer the authority any more. A scope ends where its maker has lost the role for it.
 */
export async function actorOfToken(platform: Platform, token: string): Promise<Actor | null> {
  const { value: id } = await transact(platform, null, async ({ tx }) => {
    const { rows } = await sql<{ id: string | null }>`
      select use_token(${hashOf(token)}, ${platform.now()}) as id`.execute(tx)
    return ok(rows[0]?.id ?? null)
  })
  if (id === null) return null
  const { value: holdings } = await transact(platform, self(id), async ({ tx }) => {
    const { rows } = await sql<StoredToken>`
      select authority_id as "authorityId", made_by as "madeBy", scopes, array(select held from unnest(roles) held
        where authority_id in (select authorities_as(array[held]))) as "rolesToday"
      from api_token where id = ${id}`.execute(tx)
    return ok(rows.flatMap(holdingsOf))
  })
  return { personId: id, holdings }
}

type StoredToken = {
  readonly authorityId: string
  readonly madeBy: string
  /** Written from SCOPES alone. */
  readonly scopes: readonly Scope[]
  /** Those of its roles in which it still stands. */
  readonly rolesToday: readonly string[]
}

function holdingsOf({ authorityId, madeBy, scopes, rolesToday }: StoredToken): readonly Holding[] {
  return scopes
    .map((scope) => SCOPES[scope])
    .filter(({ role }) => rolesToday.includes(role))
    .map(({ role, actions }) => ({ role, authorityId, onBehalfOf: madeBy, actions }))
}
