import { ok, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { untilText } from '../../notices/texts.js'
import { transact } from '../../storage/transact.js'
import {
  type OpenTaskRefusal,
  openTask,
  type RequestTask,
  type TaskRef,
  writeTask,
} from './task.js'

/** 催办: reminds the person to whom a share was given; how often and when last stands with it. */
export async function chaseTask(
  platform: Platform,
  actor: Actor,
  ref: TaskRef,
): Promise<Result<RequestTask, OpenTaskRefusal>> {
  return transact<Result<RequestTask, OpenTaskRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openTask(tx, actor, 'request.handle', ref)
    if (!opened.ok) return opened
    const { as, task } = opened.value
    const { id: taskId, requestId, requestNumber, authorityId, personId, dueOn } = task
    const chased = await writeTask(tx, task, {
      ...{ chased: task.chased + 1, chased_at: platform.now() },
    })
    record({
      as,
      name: 'requestTaskChased',
      subject: { kind: 'request', id: requestId },
      authorityId,
      detail: { taskId, to: personId, times: chased.chased },
    })
    await notifyOthers(tx, actor, [personId], 'taskChased', {
      ...{ requestNumber, request: requestId },
      until: dueOn ? untilText(dueOn, today(platform)) : '尽快',
    })
    return ok(chased)
  })
}
