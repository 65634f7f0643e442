import { addDays, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { ROLES, type Role } from '../rights/roles.js'
import { signOutEverywhere } from '../sessions/end-sessions.js'
import { transact, type Work } from '../storage/transact.js'
import { isLastAdministrator, LAST_ADMINISTRATOR } from './last-administrator.js'
import {
  type AssignmentRef,
  type AssignmentRow,
  type OpenAssignmentRefusal,
  openAssignment,
} from './open-assignment.js'
import { nameOf } from './person.js'

export type EndAssignment = AssignmentRef & {
  /** The last day; left out, it ends at once, and the last day was yesterday. */
  readonly lastDay?: LocalDate
  readonly reason: string
}

export type EndRefusal =
  | OpenAssignmentRefusal
  | Refusal<'assignment.past' | 'assignment.last-administrator'>

/** Ends what a person holds. The person is signed out everywhere. Refused for the last administrator of the whole region. */
export async function endAssignment(
  platform: Platform,
  actor: Actor,
  { lastDay, reason, ...ref }: EndAssignment,
): Promise<Result<null, EndRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx } = work
    const opened = await openAssignment(tx, actor, 'assignment.end', ref)
    if (!opened.ok) return opened
    const { as, row } = opened.value
    if (await isLastAdministrator(tx, row.person_id, [row.id])) return LAST_ADMINISTRATOR
    if (lastDay !== undefined && lastDay < today(platform)) return PAST
    await end(work, platform, actor, row, as, reason, lastDay)
    await signOutEverywhere(tx, platform, row.person_id, 'rightsChanged')
    return ok(null)
  })
}

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

const PAST = refuse('assignment.past', '职责的最后一天不能早于今天。立即收回的，请不填日期。')
