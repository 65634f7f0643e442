import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import type { Scope } from './scopes.js'

/** A token as its administrators see it; the token itself is not kept. */
export type ListedToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
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
    const allowed = await allow(tx, actor, 'token.manage', authorityId)
    if (!allowed.ok) return allowed
    const rows = await tx
      .selectFrom('api_token as t')
      .innerJoin('person as p', 'p.id', 't.made_by')
      .selectAll('t')
      .select('p.name as maker')
      .where('t.authority_id', '=', authorityId)
      .orderBy('t.id', 'desc')
      .execute()
    return ok(
      rows.map((row) => ({
        id: row.id,
        name: row.name,
        // Written from SCOPES alone.
        scopes: row.scopes as Scope[],
        madeBy: { id: row.made_by, name: row.maker },
        madeAt: row.made_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
        revokedAt: row.revoked_at,
      })),
    )
  })
}
