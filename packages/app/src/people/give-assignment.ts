import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import { type NameRefusal, refuseNames, tidyName } from '../names/tidy-name.js'
import { notifyOthers } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { withinReach } from '../rights/allow-over-person.js'
import { ROLES, type Role } from '../rights/roles.js'
import { signOutEverywhere } from '../sessions/end-sessions.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { nameOf, PERSON_NOT_FOUND, queueFor } from './person.js'

export type GiveAssignment = {
  readonly personId: string
  readonly authorityId: string
  readonly role: Role
  /** The first day; today where it is left out. A right is not given for the past. */
  readonly since?: LocalDate
  /** Of the authority (内设机构); null or left out, none is said. */
  readonly section?: string | null
  readonly reason: string
}

export type GiveRefusal =
  | NameRefusal
  | Refusal<
      | 'person.not-found'
      | 'person.blocked'
      | 'authority.dissolved'
      | 'assignment.past'
      | 'assignment.held'
    >

/**
 * Gives a person a role in an authority. Who serves another authority as well is given it by an administrator above both: otherwise whoever administers
 * one office could sign out somebody of a higher one. The person is signed out everywhere, to come back with the new rights. Returns the id.
 */
export async function giveAssignment(
  platform: Platform,
  actor: Actor,
  { since = today(platform), section = null, reason, ...what }: GiveAssignment,
): Promise<Result<{ readonly assignmentId: string }, RightRefusal | GiveRefusal>> {
  return transact(platform, actor, async (work) => {
    const { personId, authorityId, role } = what
    const allowed = await allow(work.tx, actor, 'assignment.give', authorityId)
    if (!allowed.ok) return allowed
    await queueFor(work.tx, personId)
    const giving = { ...what, since, section: section === null ? null : tidyName(section) }
    const given = await give(work, platform, actor, giving)
    if (!given.ok) return given
    recordGiven(work, allowed.value, { ...giving, ...given.value }, reason)
    const authority = await nameOf(work.tx, authorityId)
    const values = { authority, role: ROLES[role].label, day: dayText(since) }
    await notifyOthers(work.tx, actor, [personId], 'dutyGiven', values)
    await signOutEverywhere(work.tx, platform, personId, 'rightsChanged')
    return given
  })
}

export type Given = Required<Omit<GiveAssignment, 'reason'>>
type Holds = Omit<Given, 'section'>

/** Adds the assignment, if the actor reaches the person, and person, authority, day and what is held already allow it; records nothing. */
export async function give(
  { tx }: Work,
  platform: Platform,
  actor: Actor,
  { personId, authorityId, role, since, section }: Given,
): Promise<Result<{ readonly assignmentId: string }, RightRefusal | GiveRefusal>> {
  if (since < today(platform)) return PAST
  const wrong = section === null ? null : refuseNames([['科室名称', section]])
  if (wrong) return wrong
  const person = await tx
    .selectFrom('person')
    .select('state')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person || person.state === 'erased') return PERSON_NOT_FOUND
  if (person.state === 'blocked') return BLOCKED
  const within = await withinReach(tx, actor, 'assignment.give', personId)
  if (!within.ok) return within
  if (await isDissolved(tx, authorityId)) return DISSOLVED
  if (await isHeld(tx, { personId, authorityId, role, since })) return held(role)
  const assignmentId = randomUUIDv7()
  await tx
    .insertInto('assignment')
    .values({
      tenant_id: platform.tenantId,
      id: assignmentId,
      person_id: personId,
      authority_id: authorityId,
      role,
      since,
      until: null,
      section,
    })
    .execute()
  return ok({ assignmentId })
}

const PAST = refuse('assignment.past', '职责不能从过去的日期起算。请填写今天或以后的日期。')
const BLOCKED = refuse('person.blocked', '该人员已停用，不能分配职责。需要分配的，请先恢复。')
const DISSOLVED = refuse(
  'authority.dissolved',
  '该机关已经撤销，不能分配职责。请选择承接其职能的机关。',
)

function held(role: Role) {
  return refuse(
    'assignment.held',
    `该人员在该机关已经是${ROLES[role].label}，不必重复分配。请刷新后查看。`,
  )
}

async function isDissolved(tx: Transaction<Schema>, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('authority')
    .select('id')
    .where('id', '=', id)
    .where('dissolved_on', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

async function isHeld(
  tx: Transaction<Schema>,
  { personId, authorityId, role, since }: Holds,
): Promise<boolean> {
  const row = await tx
    .selectFrom('assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('authority_id', '=', authorityId)
    .where('role', '=', role)
    .where(({ or, eb }) => or([eb('until', 'is', null), eb('until', '>=', since)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Tells of an assignment that was given. */
export function recordGiven(
  { record }: Work,
  as: Holding,
  { personId, authorityId, role, since, assignmentId }: Holds & { readonly assignmentId: string },
  reason: string,
): void {
  record({
    as,
    name: 'assignmentGiven',
    subject: { kind: 'person', id: personId },
    authorityId,
    reason,
    detail: { assignmentId, role, since },
  })
}
