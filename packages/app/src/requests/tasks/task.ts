import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { Actor, Holding } from '../../context.js'
import { queueFor } from '../../people/person.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Action } from '../../rights/rights.js'
import type { Role } from '../../rights/roles.js'
import type { Schema } from '../../storage/schema.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'

/** A share of the work on a request (交办事项). */
export type RequestTask = {
  readonly id: string
  readonly requestId: string
  readonly requestNumber: string
  readonly authorityId: string
  readonly personId: string
  /** What is asked. */
  readonly task: string
  readonly askedBy: string
  readonly askedAt: Date
  /** The day inside the house, before that of the law. */
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
  readonly answer: string | null
  /** How often it was chased (催办), and when last. */
  readonly chased: number
  readonly chasedAt: Date | null
  readonly takenBack: { readonly by: string; readonly at: Date; readonly reason: string } | null
  readonly version: number
}

/** A share and the version of it that was on the screen. */
export type TaskRef = {
  readonly requestId: string
  readonly taskId: string
  readonly version: number
}

type TaskChanged = Refusal<'task.changed'> & { readonly present: RequestTask }
export type OpenTaskRefusal =
  | RightRefusal
  | RequestNotFound
  | TaskChanged
  | Refusal<'task.not-found' | 'task.over'>

/** Who may be given a share: whoever works on requests in the authority. */
export const TASK_ROLES: readonly Role[] = [
  'disclosureOfficer',
  'sectionHandler',
  'reviewer',
  'secrecyReviewer',
  'disclosureHead',
  'leader',
]

/** Shares with the number of their request. */
export function tasks(tx: Transaction<Schema>) {
  return tx
    .selectFrom('request_task as t')
    .innerJoin('request as r', (join) =>
      join.onRef('r.tenant_id', '=', 't.tenant_id').onRef('r.id', '=', 't.request_id'),
    )
    .selectAll('t')
    .select('r.number as request_number')
}

/** A row as it is told. */
export function toTask(
  row: Selectable<Schema['request_task']> & { request_number: string },
): RequestTask {
  return {
    ...{ id: row.id, requestId: row.request_id, requestNumber: row.request_number },
    ...{ authorityId: row.authority_id, personId: row.person_id, task: row.task },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at, dueOn: row.due_on, doneOn: row.done_on },
    ...{ answer: row.answer, chased: row.chased, chasedAt: row.chased_at },
    takenBack:
      row.taken_back_by && row.taken_back_at && row.taken_back_reason
        ? { by: row.taken_back_by, at: row.taken_back_at, reason: row.taken_back_reason }
        : null,
    version: row.version,
  }
}

/** A share that is being worked on, and under which role. */
export type OpenedTask = { readonly as: Holding; readonly task: RequestTask }

/** Opens a share for `action`: the right, the version, that it is neither answered nor taken back. Nobody else acts on it until the transaction ends. */
export async function openTask(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  { requestId, taskId, version }: TaskRef,
): Promise<Result<OpenedTask, OpenTaskRefusal>> {
  const allowed = await allowOnRequest(tx, actor, action, requestId)
  if (!allowed.ok) return allowed
  // Not by a lock on the row: whoever may only read it would not find it.
  await queueFor(tx, taskId)
  const row = await tasks(tx)
    .where('t.id', '=', taskId)
    .where('t.request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) return NOT_FOUND
  const task = toTask(row)
  if (task.version !== version) return { ok: false, refusal: { ...CHANGED, present: task } }
  return task.doneOn || task.takenBack ? OVER : ok({ as: allowed.value, task })
}

/** Writes what changes of a share that was opened, as its next version. */
export async function writeTask(
  tx: Transaction<Schema>,
  { id, version }: RequestTask,
  change: Omit<Updateable<Schema['request_task']>, 'version'>,
): Promise<RequestTask> {
  await tx
    .updateTable('request_task')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return toTask(await tasks(tx).where('t.id', '=', id).executeTakeFirstOrThrow())
}

const NOT_FOUND = refuse('task.not-found', '没有这项交办事项，或您不能查看。请刷新后重新选择。')
const OVER = refuse('task.over', '这项交办事项已经答复或者收回。请刷新后查看。')
const CHANGED = {
  code: 'task.changed',
  message: '这项交办事项已由他人办理，本次没有保存。请对照现在的情况，确认后重新提交。',
} as const
