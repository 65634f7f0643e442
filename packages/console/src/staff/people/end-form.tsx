import type { Person } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { DayField, ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { dayText } from '../words/authority-words.js'
import type { PersonFormProps } from './person-action.js'
import { roleName, useRoles } from './roles.js'

/** Takes back what a person holds. */
export function EndForm({ person, of, back, onDone }: PersonFormProps) {
  const roles = useRoles()
  const { values, bind } = useForm({ lastDay: '', reason: '' })
  const assignment = person.assignments.find(({ id }) => id === of)
  if (!assignment) return <p className="nothing">没有这项职责。请返回该人员重新选择。</p>
  const { lastDay, reason } = values
  const send = (version: number) =>
    call<unknown>('POST', `/assignments/${assignment.id}/end`, {
      body: { ...(lastDay && { lastDay }), reason },
      version,
    })
  const compare = async (message: string): Promise<Conflict | null> => {
    const answer = await call<Person>('GET', `/people/${person.id}`)
    const now = answer.ok && answer.value.assignments.find(({ id }) => id === assignment.id)
    if (!now) return null
    const theirs = now.until ? dayText(now.until) : '没有终止日期'
    const mine = lastDay ? dayText(lastDay) : '立即收回'
    return { message, version: now.version, rows: [{ label: '最后一天', mine, theirs }] }
  }
  return (
    <ActionForm
      submit="收回职责"
      isDanger
      back={back}
      send={send}
      onDone={() => onDone('职责已收回。')}
      versioned={{
        version: assignment.version,
        compare: ({ message }) => compare(message),
        onTheirs: () => onDone('显示的是现在的内容。'),
      }}
    >
      <p>
        {assignment.authorityName}：{roleName(roles, assignment.role)}
      </p>
      <p>
        收回后，{person.name}
        在各处的登录全部退出。有未办结工作的，请改用“移交工作”，由接收人继续办理。
      </p>
      <DayField label="最后一天" hint="不填的立即收回。" isOptional {...bind('lastDay')} />
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}
