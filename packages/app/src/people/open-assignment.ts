import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import { queueFor } from './person.js'

export type AssignmentRow = Selectable<Schema['assignment']>

/** An assignment and the version of it that was on the screen. */
export type AssignmentRef = { readonly assignmentId: string; readonly version: number }

export type OpenAssignmentRefusal =
  | RightRefusal
  | Refusal<'assignment.not-found' | 'assignment.changed'>

/** An assignment on which the actor may do this, as it was on the screen; nobody else changes it until the transaction ends. */
export async function openAssignment(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  { assignmentId, version }: AssignmentRef,
): Promise<Result<{ readonly as: Holding; readonly row: AssignmentRow }, OpenAssignmentRefusal>> {
  const found = await findAssignment(tx, assignmentId)
  if (!found) return NOT_FOUND
  const allowed = await allow(tx, actor, action, found.authority_id)
  if (!allowed.ok) return allowed
  await queueFor(tx, found.person_id)
  const row = await findAssignment(tx, assignmentId)
  if (row?.version !== version) return changed(row ?? found)
  return ok({ as: allowed.value, row })
}

const NOT_FOUND = refuse('assignment.not-found', '没有这项职责。请刷新后重新选择。')
function changed({ until }: AssignmentRow) {
  const now = until === null ? '没有终止日期' : `最后一天是${until}`
  return refuse('assignment.changed', `这项职责刚被他人改动，现在${now}。请刷新后再办理。`)
}

function findAssignment(tx: Transaction<Schema>, id: string) {
  return tx.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
}
