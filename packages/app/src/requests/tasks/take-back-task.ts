import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Actor, Platform } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { transact } from '../../storage/transact.js'
import { tellableReason } from '../masking.js'
import { allowOnRequest, lockRequest } from '../request.js'
import { giveTask, type NewTask, type TaskRefusal } from './give-tasks.js'
import {
  type OpenTaskRefusal,
  openTask,
  type RequestTask,
  type TaskRef,
  writeTask,
} from './task.js'

export type TakeBackTask = TaskRef & {
  readonly reason: string
  /** Who is given the same instead (改派); null for nobody. */
  readonly to: string | null
} & Pick<NewTask, 'dueOn'>

export type TakeBackRefusal = OpenTaskRefusal | TaskRefusal | Refusal<'task.reason-missing'>

/** 收回、改派: a share is taken back with its reason and stays to be seen; the same may be given to somebody else in one act. Returns what stands now. */
export async function takeBackTask(
  platform: Platform,
  actor: Actor,
  { reason, to, dueOn, ...ref }: TakeBackTask,
): Promise<Result<RequestTask, TakeBackRefusal>> {
  return transact<Result<RequestTask, TakeBackRefusal>>(platform, actor, async (work) => {
    const { tx, record } = work
    const allowed = await allowOnRequest(tx, actor, 'request.handle', ref.requestId)
    if (!allowed.ok) return allowed
    const request = await lockRequest(tx, ref.requestId)
    const opened = await openTask(tx, actor, 'request.handle', ref)
    if (!opened.ok) return opened
    const { as, task } = opened.value
    if (reason.trim() === '') return NO_REASON
    const { id: taskId, requestId, requestNumber, authorityId, personId } = task
    const taken = await writeTask(tx, task, {
      ...{ taken_back_by: actor.personId, taken_back_at: platform.now() },
      taken_back_reason: reason.trim(),
    })
    record({
      ...{ as, name: 'requestTaskTakenBack', subject: { kind: 'request', id: requestId } },
      ...{
        authorityId,
        reason: await tellableReason(tx, requestId, reason.trim()),
        detail: { taskId, to: personId },
      },
    })
    const values = { requestNumber, request: requestId }
    await notifyOthers(tx, actor, [personId], 'taskTakenBack', values)
    if (to === null) return ok(taken)
    return giveTask(work, platform, actor, as, request, to, { task: task.task, dueOn })
  })
}

const NO_REASON = refuse('task.reason-missing', '请写明收回的原因，它留在交办事项中。')
