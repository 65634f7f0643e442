import type { RequestFile, RequestTask, RequestTasks } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { usePersonName } from '../../api/names.js'
import { ActionForm, type Versioned } from '../../form/action-form.js'
import { AreaField, DayField, ReasonField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'
import { dayText } from '../../words/authority-words.js'
import { isOpenTask } from '../../words/task-words.js'
import { PersonField, workersOf } from './person-field.js'
import { useWorkload } from './use-workload.js'

type Shown = { readonly onClose: () => void; readonly reload: () => void }

/** 交办: what is asked of whom. */
export function GiveDialog({
  request,
  onClose,
  reload,
}: Shown & { readonly request: RequestFile }) {
  const { values, bind } = useForm({ task: '', dueOn: '' })
  const [personIds, setPersonIds] = useState<readonly string[]>([])
  const people = workersOf(useWorkload(request.authorityId).value, ({ isHere }) => isHere)
  const body = { personIds, task: values.task, dueOn: values.dueOn || null }
  const wrong =
    personIds.length === 0 ? { code: 'task.nobody', message: '请选择承办的人员。' } : null
  return (
    <Dialog title={`交办：申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit="交办"
        onBack={onClose}
        wrong={wrong}
        send={() => call<RequestTasks>('POST', `/requests/${request.id}/tasks`, { body })}
        onDone={({ tasks }) => {
          onClose()
          reload()
          say(`已交办给${tasks.length}人，并已通知。`)
        }}
      >
        <fieldset>
          <legend>承办的人员</legend>
          {people.map(({ personId }) => (
            <PersonCheck
              key={personId}
              id={personId}
              isChosen={personIds.includes(personId)}
              onToggle={(isChosen) =>
                setPersonIds((before) =>
                  isChosen ? [...before, personId] : before.filter((id) => id !== personId),
                )
              }
            />
          ))}
        </fieldset>
        <AreaField
          label="交办的事项"
          hint="写明需要提供什么材料、答复什么问题。承办的人员能看到这件申请和申请人信息。"
          {...bind('task')}
        />
        <DayField
          label="内部期限"
          isOptional
          hint={
            request.dueOn
              ? `答复期限为${dayText(request.dueOn)}，请提前，为拟稿和审批留出时间。`
              : '到期前一日提醒承办的人员。'
          }
          {...bind('dueOn')}
        />
      </ActionForm>
    </Dialog>
  )
}

function PersonCheck({
  id,
  isChosen,
  onToggle,
}: {
  readonly id: string
  readonly isChosen: boolean
  readonly onToggle: (isChosen: boolean) => void
}) {
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ target }) => onToggle(target.checked)}
      />
      {usePersonName(id)}
    </label>
  )
}

type OfTask = Shown & { readonly task: RequestTask }

/** The answer of whoever was asked. */
export function AnswerDialog({ task, onClose, reload }: OfTask) {
  const { values, bind } = useForm({ answer: '' })
  const close = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={`答复交办事项：申请${task.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit="答复"
        onBack={onClose}
        versioned={versionedTask(task, '答复', close)}
        send={(version) => post(task, 'answer', values, version)}
        onDone={() => {
          close()
          say('已答复，并已通知交办的人员。')
        }}
        confirm={<p>答复后不能再改。材料请先在“材料”中附上。</p>}
      >
        <p className="lines">{task.task}</p>
        <AreaField
          label="答复"
          hint="没有相关材料的，也写明查找的情况。材料在本页“材料”中附上。"
          {...bind('answer')}
        />
      </ActionForm>
    </Dialog>
  )
}

/** 收回、改派: takes a share back, or gives it to somebody else. */
export function TakeBackDialog({ task, onClose, reload }: OfTask) {
  const { values, bind } = useForm({ reason: '', to: '', dueOn: task.dueOn ?? '' })
  const close = () => {
    onClose()
    reload()
  }
  const body = {
    ...{ reason: values.reason, to: values.to || null },
    dueOn: values.to && values.dueOn ? values.dueOn : null,
  }
  return (
    <Dialog title={`收回、改派交办事项：申请${task.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit={values.to ? '改派' : '收回'}
        isDanger
        onBack={onClose}
        versioned={versionedTask(task, '收回', close)}
        send={(version) => post(task, 'take-back', body, version)}
        onDone={() => {
          close()
          say(values.to ? '已改派，并已通知双方。' : '已收回，并已通知原承办的人员。')
        }}
      >
        <p className="lines">{task.task}</p>
        <ReasonField
          label="原因"
          hint="留在交办事项中，并写入记录。原承办的人员不再能看到申请人信息。"
          {...bind('reason')}
        />
        <PersonField
          label="改派给"
          isOptional
          nobody="不改派"
          authorityId={task.authorityId}
          fits={({ personId, isHere }) => isHere && personId !== task.personId}
          {...bind('to')}
        />
        {values.to && <DayField label="内部期限" isOptional {...bind('dueOn')} />}
      </ActionForm>
    </Dialog>
  )
}

/** Sends an act on a share under the version that was on the screen. */
export function post(task: RequestTask, act: string, body: object | undefined, version: number) {
  const path = `/requests/${task.requestId}/tasks/${task.id}/${act}`
  return call<RequestTask>('POST', path, { ...(body && { body }), version })
}

/** Where somebody was faster, what was to be done stands beside how the share stands now. */
function versionedTask({ version }: RequestTask, mine: string, onTheirs: () => void): Versioned {
  return {
    version,
    onTheirs,
    async compare({ message, present }) {
      // The API tells the share as it stands now with `task.changed`.
      const now = present as RequestTask | undefined
      if (!now) return null
      const theirs = isOpenTask(now) ? '待答复' : now.doneOn ? '已答复' : '已收回'
      return { message, version: now.version, rows: [{ label: '办理', mine, theirs }] }
    },
  }
}
