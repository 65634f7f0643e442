import { randomUUIDv7 } from 'node:crypto'
import { addDays, type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import { ROLES, type Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { AssignmentRow } from './open-assignment.js'
import { nameOf, personName, queueFor } from './person.js'

export type AppointDeputy = {
  readonly assignmentId: string
  readonly deputyId: string
  /** First and last day of the absence. */
  readonly since: LocalDate
  readonly until: LocalDate
  readonly reason: string
}

export type DeputyRefusal = Refusal<
  | 'assignment.not-found'
  | 'assignment.over'
  | 'deputy.self'
  | 'deputy.not-active'
  | 'deputy.past'
  | 'deputy.appointed'
>

/**
 * Lets a deputy act for whoever holds an assignment, in an absence. The holder does so, or an administrator. What the deputy does is
 * recorded with both. A deputy appoints no deputy. Returns the id.
 */
export async function appointDeputy(
  platform: Platform,
  actor: Actor,
  { assignmentId, deputyId, since, until, reason }: AppointDeputy,
): Promise<Result<{ readonly deputationId: string }, RightRefusal | DeputyRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const row = await findAssignment(tx, assignmentId)
    if (!row) return NOT_FOUND
    const allowed = await asHolderOrAdministrator(tx, actor, row)
    if (!allowed.ok) return allowed
    await queueFor(tx, assignmentId)
    const refused = await unfit(tx, platform, row, { deputyId, since, until })
    if (refused) return refused
    const deputationId = randomUUIDv7()
    await tx
      .insertInto('deputation')
      .values({
        tenant_id: platform.tenantId,
        id: deputationId,
        assignment_id: assignmentId,
        deputy_id: deputyId,
        since,
        until,
      })
      .execute()
    record({
      as: allowed.value,
      name: 'deputyAppointed',
      subject: { kind: 'person', id: row.person_id },
      authorityId: row.authority_id,
      reason,
      detail: { deputationId, deputy: deputyId, role: row.role, since, until },
    })
    await notifyOthers(tx, actor, [deputyId], 'deputyAppointed', {
      person: await personName(tx, row.person_id),
      authority: await nameOf(tx, row.authority_id),
      role: ROLES[row.role as Role].label,
      day: dayText(since),
    })
    return ok({ deputationId })
  })
}

const NOT_FOUND = refuse('assignment.not-found', '没有这项职责。请刷新后重新选择。')
const OVER = refuse('assignment.over', '这项职责在代理期间内已经终止，不能指定代理人。请核对日期。')
const SELF = refuse('deputy.self', '本人不能代理自己的职责。请另选代理人。')
const NOT_ACTIVE = refuse('deputy.not-active', '所选代理人尚未接受邀请或已停用。请另选代理人。')
const PAST = refuse(
  'deputy.past',
  '代理期间应当从今天或以后开始，且终止日期不早于开始日期。请修改日期。',
)
const APPOINTED = refuse('deputy.appointed', '该期间已有代理人。需要更换的，请先终止原来的代理。')

function findAssignment(tx: Transaction<Schema>, id: string) {
  return tx.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
}

async function asHolderOrAdministrator(
  tx: Transaction<Schema>,
  actor: Actor,
  { person_id, authority_id, role }: AssignmentRow,
): Promise<Result<Holding, RightRefusal>> {
  if (person_id !== actor.personId) return allow(tx, actor, 'deputy.appoint', authority_id)
  return ok({ role: role as Role, authorityId: authority_id, onBehalfOf: null })
}

type Absence = Pick<AppointDeputy, 'deputyId' | 'since' | 'until'>

async function unfit(
  tx: Transaction<Schema>,
  platform: Platform,
  row: AssignmentRow,
  { deputyId, since, until }: Absence,
) {
  if (deputyId === row.person_id) return SELF
  if (since < today(platform) || until < since) return PAST
  if (row.until !== null && row.until < since) return OVER
  const deputy = await tx
    .selectFrom('person')
    .select('state')
    .where('id', '=', deputyId)
    .executeTakeFirst()
  if (deputy?.state !== 'active') return NOT_ACTIVE
  const other = await tx
    .selectFrom('deputation')
    .select('id')
    .where('assignment_id', '=', row.id)
    .where('since', '<=', until)
    .where('until', '>=', since)
    .executeTakeFirst()
  return other ? APPOINTED : null
}

/** Ends a deputation before its last day: the absent is back. */
export async function endDeputation(
  platform: Platform,
  actor: Actor,
  { deputationId, reason }: { readonly deputationId: string; readonly reason: string },
): Promise<Result<null, RightRefusal | Refusal<'deputation.over'>>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const found = await tx
      .selectFrom('deputation')
      .selectAll()
      .where('id', '=', deputationId)
      .executeTakeFirst()
    const row = found && (await findAssignment(tx, found.assignment_id))
    if (!found || !row) return DEPUTATION_OVER
    const allowed = await asHolderOrAdministrator(tx, actor, row)
    if (!allowed.ok) return allowed
    const yesterday = addDays(today(platform), -1)
    const dayBefore = addDays(found.since, -1)
    const until = yesterday < dayBefore ? dayBefore : yesterday
    const { numUpdatedRows } = await tx
      .updateTable('deputation')
      .set({ until })
      .where('id', '=', deputationId)
      .where('until', '>', until)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return DEPUTATION_OVER
    record({
      as: allowed.value,
      name: 'deputationEnded',
      subject: { kind: 'person', id: row.person_id },
      authorityId: row.authority_id,
      reason,
      detail: { deputationId, deputy: found.deputy_id, before: found.until, after: until },
    })
    return ok(null)
  })
}

const DEPUTATION_OVER = refuse('deputation.over', '该代理已经终止。请刷新后查看。')
