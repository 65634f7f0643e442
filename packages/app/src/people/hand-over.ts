import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { reportsWaitingFor, type UnfinishedReport } from '../collection/unfinished-reports.js'
import { type Actor, type Platform, today } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import { type MovedRequests, moveRequests } from '../requests/handlers/hand-over-requests.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { ROLES, type Role } from '../rights/roles.js'
import { signOutEverywhere } from '../sessions/end-sessions.js'
import { transact } from '../storage/transact.js'
import { end } from './end-assignment.js'
import { type GiveRefusal, give, recordGiven } from './give-assignment.js'
import { isLastAdministrator, LAST_ADMINISTRATOR } from './last-administrator.js'
import type { AssignmentRow } from './open-assignment.js'
import { nameOf, personName, queueFor } from './person.js'

export type HandOver = {
  readonly from: string
  readonly to: string
  readonly authorityId: string
  /** The assignments that were on screen: all that are handed over. */
  readonly assignmentIds: readonly string[]
  readonly reason: string
}

export type HandedOver = {
  readonly roles: readonly Role[]
  /** The reports in which these roles have the next step: work belongs to the role, and goes over with it. */
  readonly reports: readonly UnfinishedReport[]
} & MovedRequests

export type HandOverRefusal =
  | GiveRefusal
  | Refusal<
      | 'hand-over.same'
      | 'hand-over.nothing'
      | 'assignments.changed'
      | 'assignment.last-administrator'
    >

/**
 * Hands everything that a person holds in an authority over to a successor: the assignments end, the successor holds them from today,
 * and the open work of their roles with them. Both are signed out. Returns what went over; roles that the successor holds already only end.
 */
export async function handOver(
  platform: Platform,
  actor: Actor,
  { from, to, authorityId, assignmentIds, reason }: HandOver,
): Promise<Result<HandedOver, RightRefusal | HandOverRefusal>> {
  return transact(platform, actor, async (work) => {
    const { tx, record } = work
    const allowed = await allow(tx, actor, 'work.hand-over', authorityId)
    if (!allowed.ok) return allowed
    if (from === to) return SAME
    for (const id of [from, to].toSorted()) await queueFor(tx, id)
    const held = await tx
      .selectFrom('assignment')
      .selectAll()
      .where('person_id', '=', from)
      .where('authority_id', '=', authorityId)
      .where(({ or, eb }) => or([eb('until', 'is', null), eb('until', '>=', today(platform))]))
      .orderBy('id')
      .execute()
    if (held.length === 0) return NOTHING
    const seen = new Set(assignmentIds)
    if (held.length !== seen.size || held.some(({ id }) => !seen.has(id))) return changed(held)
    for (const row of held) {
      const since = row.since > today(platform) ? row.since : today(platform)
      // The check of the column holds the same names as ROLES.
      const { section } = row
      const next = { personId: to, authorityId, role: row.role as Role, since, section }
      const given = await give(work, platform, actor, next)
      if (given.ok) recordGiven(work, allowed.value, { ...next, ...given.value }, reason)
      else if (given.refusal.code !== 'assignment.held') return given
      await end(work, platform, actor, row, allowed.value, reason)
    }
    if (await isLastAdministrator(tx, from, assignmentIds)) return LAST_ADMINISTRATOR
    const roles = rolesOf(held)
    const reports = await reportsWaitingFor(tx, authorityId, roles)
    const moved = await moveRequests(tx, authorityId, from, to)
    record({
      as: allowed.value,
      name: 'workHandedOver',
      subject: { kind: 'person', id: from },
      authorityId,
      reason,
      detail: {
        ...{ to, assignments: held.map(({ id }) => id), reports: reports.map(({ id }) => id) },
        ...moved,
      },
    })
    await notifyOthers(tx, actor, [to], 'workHandedOver', {
      person: await personName(tx, from),
      authority: await nameOf(tx, authorityId),
      count: `${held.length}`,
      reports: `${reports.length}`,
      requests: `${moved.requests}`,
    })
    for (const id of [from, to]) await signOutEverywhere(tx, platform, id, 'rightsChanged')
    return ok({ roles, reports, ...moved })
  })
}

const SAME = refuse('hand-over.same', '移交人与接收人是同一人。请重新选择接收人。')
const NOTHING = refuse('hand-over.nothing', '移交人在该机关没有职责，无须移交。请核对人员和机关。')

function changed(held: readonly AssignmentRow[]) {
  const names = rolesOf(held).map((role) => ROLES[role].label)
  return refuse(
    'assignments.changed',
    `移交人的职责刚被他人改动，现在是${names.join('、')}。请刷新后再移交。`,
  )
}

function rolesOf(held: readonly AssignmentRow[]): readonly Role[] {
  return held.map(({ role }) => role as Role)
}
