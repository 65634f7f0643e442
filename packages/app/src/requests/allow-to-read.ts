import type { Result } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { allowAt, NO_AUTHORITY, type RightRefusal, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'

/** What the actor holds that lets him read the register of an authority: working there, or overseeing it from above. */
export async function allowToRead(
  tx: Transaction<Schema>,
  actor: Actor,
  authorityId: string,
): Promise<Result<Holding, RightRefusal>> {
  const standing = await standingOf(tx, authorityId)
  if (!standing) return NO_AUTHORITY
  const own = allowAt(actor, 'request.read', standing)
  return own.ok ? own : allowAt(actor, 'request.oversee', standing)
}
