import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { SCOPES, type Scope } from './scopes.js'

/** A token as its administrators and auditors see it; the token itself is not kept. */
export type ListedToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Those that ended because who made it has lost the role for them; all where he does not administer the authority any more. */
  readonly endedScopes: readonly Scope[]
  readonly madeBy: { readonly id: string; readonly name: string }
  readonly madeAt: Date
  readonly expiresAt: Date
  /** To the minute; null where it never was. */
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

/** The tokens of an authority, the newest first. */
export async function listTokens(
  platform: Platform,
  actor: Actor,
  { authorityId }: { readonly authorityId: string },
): Promise<Result<readonly ListedToken[], RightRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allow(tx, actor, 'token.read', authorityId)
    if (!allowed.ok) return allowed
    const rows = await tx
      .selectFrom('api_token as t')
      .innerJoin('person as p', 'p.id', 't.made_by')
      .innerJoin(
        sql<{ id: string; standing: readonly string[] }>`tokens_standing(${authorityId})`.as('s'),
        's.id',
        't.id',
      )
      .selectAll('t')
      .select('s.standing')
      .select('p.name as maker')
      .where('t.authority_id', '=', authorityId)
      .orderBy('t.id', 'desc')
      .execute()
    // Written from SCOPES alone.
    const told = rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] }))
    return ok(
      told.map((row) => ({
        id: row.id,
        name: row.name,
        scopes: row.scopes,
        endedScopes: row.scopes.filter((scope) => !row.standing.includes(SCOPES[scope].role)),
        madeBy: { id: row.made_by, name: row.maker },
        madeAt: row.made_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
        revokedAt: row.revoked_at,
      })),
    )
  })
}
