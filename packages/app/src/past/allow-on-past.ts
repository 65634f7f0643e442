import { type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'

export type PastNotFound = Refusal<'past.not-found'>

/** What `actor` holds that allows `action` on an import of years past, or on one of its files. */
export async function allowOnPast(
  tx: Transaction<Schema>,
  actor: Actor,
  action: 'past.read' | 'past.import',
  id: string,
): Promise<Result<Holding & { readonly authorityId: string }, RightRefusal | PastNotFound>> {
  const { rows } = await sql<{ id: string | null }>`select authority_of_past(${id}) as id`.execute(
    tx,
  )
  const authorityId = rows[0]?.id
  return authorityId ? allow(tx, actor, action, authorityId) : NOT_FOUND
}

const NOT_FOUND = refuse('past.not-found', '没有这项导入，可能已被清理。请刷新后重新选择。')
