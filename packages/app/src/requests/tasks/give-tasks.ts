import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Holding, type Platform, today } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { holdersOf } from '../../notices/recipients.js'
import { untilText } from '../../notices/texts.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { allowOnRequest, lockRequest, type RequestFile, type RequestNotFound } from '../request.js'
import { type RequestTask, TASK_ROLES, tasks, toTask } from './task.js'

/** What is asked of whom, and by when inside the house. */
export type NewTask = { readonly task: string; readonly dueOn: LocalDate | null }

export type GiveTasks = NewTask & {
  readonly requestId: string
  readonly personIds: readonly string[]
}

export type TaskRefusal = Refusal<
  'task.nobody' | 'task.empty' | 'task.day-wrong' | 'task.person-wrong' | 'requests.closed'
>
export type GiveTasksRefusal = RightRefusal | RequestNotFound | TaskRefusal

/** So many at once: more are no longer a share of the work. */
const MOST = 20

/** 交办: gives each of these persons a share of the work on a request, and tells them. It lets them see the request and who asks. */
export async function giveTasks(
  platform: Platform,
  actor: Actor,
  { requestId, personIds, ...asked }: GiveTasks,
): Promise<Result<readonly RequestTask[], GiveTasksRefusal>> {
  return transact<Result<readonly RequestTask[], GiveTasksRefusal>>(
    platform,
    actor,
    async (work) => {
      const allowed = await allowOnRequest(work.tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const request = await lockRequest(work.tx, requestId)
      const people = [...new Set(personIds)]
      if (people.length === 0 || people.length > MOST) return NOBODY
      const given: RequestTask[] = []
      for (const personId of people) {
        const one = await giveTask(work, platform, actor, allowed.value, request, personId, asked)
        if (!one.ok) return one
        given.push(one.value)
      }
      return ok(given)
    },
  )
}

/** Gives one person a share of the work on a locked request. */
export async function giveTask(
  { tx, record }: Work,
  platform: Platform,
  actor: Actor,
  as: Holding,
  request: RequestFile,
  personId: string,
  { task, dueOn }: NewTask,
): Promise<Result<RequestTask, TaskRefusal>> {
  const { id: requestId, authorityId, requestNumber } = request
  const refused = refuseTask(request, { task, dueOn }, today(platform))
  if (refused) return refused
  if (!(await worksThere(tx, authorityId, personId))) return PERSON_WRONG
  const id = randomUUIDv7()
  await tx
    .insertInto('request_task')
    .values({
      ...{ tenant_id: platform.tenantId, id, request_id: requestId, authority_id: authorityId },
      ...{ person_id: personId, task: task.trim(), due_on: dueOn },
      ...{ asked_by: actor.personId, asked_at: platform.now() },
    })
    .execute()
  record({
    as,
    name: 'requestTaskGiven',
    subject: { kind: 'request', id: requestId },
    authorityId,
    detail: { taskId: id, to: personId, dueOn },
  })
  await notifyOthers(tx, actor, [personId], 'taskGiven', {
    ...{ requestNumber, request: requestId },
    until: dueOn ? untilText(dueOn, today(platform)) : '尽快',
  })
  return ok(toTask(await tasks(tx).where('t.id', '=', id).executeTakeFirstOrThrow()))
}

async function worksThere(
  tx: Transaction<Schema>,
  authorityId: string,
  personId: string,
): Promise<boolean> {
  return (await holdersOf(tx, TASK_ROLES, authorityId)).includes(personId)
}

/** The day inside the house lies between today and the last day of the reply, so that there is time left for the desk. */
function refuseTask(
  { closedOn, dueOn: legal }: RequestFile,
  { task, dueOn }: NewTask,
  day: LocalDate,
) {
  if (closedOn) return CLOSED
  if (task.trim() === '') return EMPTY
  if (dueOn && dueOn < day)
    return refuse('task.day-wrong', `内部期限（${dueOn}）早于今天，请核对日期。`)
  if (dueOn && legal && dueOn > legal)
    return refuse(
      'task.day-wrong',
      `内部期限（${dueOn}）晚于答复期限（${legal}），请提前，为拟稿和审批留出时间。`,
    )
  return null
}

const NOBODY = refuse('task.nobody', `请选择承办的人员，一次不超过${MOST}人。`)
const EMPTY = refuse('task.empty', '请写明交办的事项：需要提供什么材料、答复什么问题。')
const CLOSED = refuse('requests.closed', '这件申请已经办结，不能再交办。')
const PERSON_WRONG = refuse(
  'task.person-wrong',
  '所选的人员在本机关没有办理依申请公开的职责，不能交办。请另选人员，或者请系统管理员先分配职责。',
)
