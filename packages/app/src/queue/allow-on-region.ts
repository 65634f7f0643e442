import type { Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'

/** What `actor` holds at the root of the region that allows `action` on what belongs to no single authority. */
export async function allowOnRegion(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
): Promise<Result<Holding & { readonly authorityId: string }, RightRefusal>> {
  const root = await tx
    .selectFrom('authority')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  return allow(tx, actor, action, root.id)
}
