import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'

export type RevokeToken = { readonly tokenId: string; readonly reason: string }

/** Ends a token at once. Refused where it was revoked before. */
export async function revokeToken(
  platform: Platform,
  actor: Actor,
  { tokenId, reason }: RevokeToken,
): Promise<Result<null, RightRefusal | Refusal<'token.not-found' | 'token.revoked'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const authorityId = await authorityOf(tx, tokenId)
    if (authorityId === null) return NOT_FOUND
    const allowed = await allow(tx, actor, 'token.manage', authorityId)
    if (!allowed.ok) return allowed
    const { numUpdatedRows } = await tx
      .updateTable('api_token')
      .set({ revoked_at: platform.now() })
      .where('id', '=', tokenId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return REVOKED
    record({
      as: allowed.value,
      name: 'tokenRevoked',
      subject: { kind: 'token', id: tokenId },
      authorityId,
      reason,
      detail: {},
    })
    return ok(null)
  })
}

const NOT_FOUND = refuse('token.not-found', '没有这个令牌。请刷新后重新选择。')
const REVOKED = refuse('token.revoked', '该令牌已经作废，不必再次作废。请刷新列表。')

/** Whose it is, so that who may not touch it hears which right is missing. */
async function authorityOf(tx: Transaction<Schema>, tokenId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select authority_of_token(${tokenId}) as id`.execute(tx)
  return rows[0]?.id ?? null
}
