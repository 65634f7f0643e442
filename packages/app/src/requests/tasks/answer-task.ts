import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { notifyOthers } from '../../notices/notify.js'
import { transact } from '../../storage/transact.js'
import {
  type OpenTaskRefusal,
  openTask,
  type RequestTask,
  type TaskRef,
  writeTask,
} from './task.js'

export type AnswerTask = TaskRef & { readonly answer: string }

export type AnswerTaskRefusal = OpenTaskRefusal | Refusal<'task.not-yours' | 'task.no-answer'>

/** 答复交办事项: by the person to whom it was given, and nobody else. Files are put to the request (`addRequestFiles`). */
export async function answerTask(
  platform: Platform,
  actor: Actor,
  { answer, ...ref }: AnswerTask,
): Promise<Result<RequestTask, AnswerTaskRefusal>> {
  return transact<Result<RequestTask, AnswerTaskRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openTask(tx, actor, 'task.answer', ref)
      if (!opened.ok) return opened
      const { as, task } = opened.value
      if (task.personId !== actor.personId) return NOT_YOURS
      if (answer.trim() === '') return NO_ANSWER
      const done = await writeTask(tx, task, {
        ...{ done_on: today(platform), answer: answer.trim(), answered_at: platform.now() },
      })
      record({
        as,
        name: 'requestTaskAnswered',
        subject: { kind: 'request', id: task.requestId },
        authorityId: task.authorityId,
        detail: { taskId: task.id, dueOn: task.dueOn },
      })
      await notifyOthers(tx, actor, [task.askedBy], 'taskAnswered', {
        ...{ requestNumber: task.requestNumber, request: task.requestId },
      })
      return ok(done)
    },
  )
}

const NOT_YOURS = refuse(
  'task.not-yours',
  '这项事项没有交办给您，由承办的人员本人答复。需要改由您办理的，请经办人员改派。',
)
const NO_ANSWER = refuse('task.no-answer', '请填写答复。没有相关材料的，也请写明查找的情况。')
