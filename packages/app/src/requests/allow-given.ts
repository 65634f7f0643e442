import type { Result } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import { allowOnRequest, type RequestNotFound } from './request.js'

/** The right to `action` on a request, also of whoever has been given a share of the work on it (交办). */
export async function allowGiven(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  requestId: string,
): Promise<Result<Holding, RightRefusal | RequestNotFound>> {
  const own = await allowOnRequest(tx, actor, action, requestId)
  if (own.ok) return own
  const { rows } = await sql`
    select from requests_given() as given where given = ${requestId}`.execute(tx)
  return rows.length > 0 ? allowOnRequest(tx, actor, 'task.answer', requestId) : own
}
