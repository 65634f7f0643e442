import { addDays, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { ROLES, type Role } from '../rights/roles.js'
import { signOutEverywhere } from '../sessions/end-sessions.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { isLastAdministrator, LAST_ADMINISTRATOR } from './last-administrator.js'
import { nameOf, queueFor } from './person.js'

export type EndAssignment = {
  readonly assignmentId: string
  /** Of the assignment, as it was on screen. */
  readonly version: number
  /** The last day; left out, it ends at once, and the last day was yesterday. */
  readonly lastDay?: LocalDate
  readonly reason: string
}

export type EndRefusal = Refusal<
  | 'assignment.not-found'
  | 'assignment.changed'
  | 'assignment.past'
  | 'assignment.last-administrator'
>

/** Ends what a person holds. The person is signed out everywhere. Refused for the last administrator of the whole region. */
export async function endAssignment(
  platform: Platform,
  actor: Actor,
  { assignmentId, version, lastDay, reason }: EndAssignment,
): Promise<Result<null, RightRefusal | EndRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    const found = await findAssignment(tx, assignmentId)
    if (!found) return NO_ASSIGNMENT
    const allowed = await allow(tx, actor, 'assignment.end', found.authority_id)
    if (!allowed.ok) return allowed
    await queueFor(tx, found.person_id)
    const row = await findAssignment(tx, assignmentId)
    if (row?.version !== version) return changed(row ?? found)
    if (await isLastAdministrator(tx, row.person_id, [row.id])) return LAST_ADMINISTRATOR
    if (lastDay !== undefined && lastDay < today(platform)) return PAST
    await end(work, platform, actor, row, allowed.value, reason, lastDay)
    await signOutEverywhere(tx, platform, row.person_id, 'rightsChanged')
    return ok(null)
  })
}

export type AssignmentRow = Selectable<Schema['assignment']>

/** Ends an assignment, records it and tells who held it. Left out, the last day was yesterday. */
export async function end(
  { tx, record }: Work,
  platform: Platform,
  actor: Actor,
  row: AssignmentRow,
  as: Holding,
  reason: string,
  lastDay = addDays(today(platform), -1),
): Promise<void> {
  // What was to begin later never does.
  const dayBefore = addDays(row.since, -1)
  const until = lastDay < dayBefore ? dayBefore : lastDay
  await tx
    .updateTable('assignment')
    .set({ until, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  record({
    as,
    name: 'assignmentEnded',
    subject: { kind: 'person', id: row.person_id },
    authorityId: row.authority_id,
    reason,
    detail: { assignmentId: row.id, role: row.role, before: row.until, after: until },
  })
  await notifyOthers(tx, actor, [row.person_id], 'dutyEnded', {
    authority: await nameOf(tx, row.authority_id),
    // The check of the column holds the same names as ROLES.
    role: ROLES[row.role as Role].label,
    day: dayText(addDays(until, 1)),
  })
}

/** There is no such assignment. */
export const NO_ASSIGNMENT = refuse('assignment.not-found', '没有这项职责。请刷新后重新选择。')
const PAST = refuse('assignment.past', '职责的最后一天不能早于今天。立即收回的，请不填日期。')
/** Refuses what was asked of an assignment that has changed meanwhile. */
export function changed({ until }: AssignmentRow) {
  const now = until === null ? '没有终止日期' : `最后一天是${until}`
  return refuse('assignment.changed', `这项职责刚被他人改动，现在${now}。请刷新后再办理。`)
}

/** An assignment, past ones too. */
export function findAssignment(tx: Transaction<Schema>, id: string) {
  return tx.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
}
