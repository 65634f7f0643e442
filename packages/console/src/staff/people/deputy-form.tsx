import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { todayInChina } from '../words/authority-words.js'
import type { PersonFormProps } from './person-action.js'
import { PersonPicker } from './person-picker.js'
import { roleName, useRoles } from './roles.js'

/** Lets a deputy act during an absence. */
export function DeputyForm({ person, of, back, onDone }: PersonFormProps) {
  const roles = useRoles()
  const { values, bind } = useForm({
    deputyId: '',
    since: todayInChina(),
    until: '',
    reason: '',
  })
  const assignment = person.assignments.find(({ id }) => id === of)
  if (!assignment) return <p className="nothing">没有这项职责。请返回该人员重新选择。</p>
  const send = () =>
    call<unknown>('POST', `/assignments/${assignment.id}/deputations`, { body: values })
  return (
    <ActionForm submit="指定代理人" back={back} send={send} onDone={() => onDone('代理人已指定。')}>
      <p>
        {assignment.authorityName}：{roleName(roles, assignment.role)}
      </p>
      <p>代理期间，代理人以该职责办理的事项同时记录两人的姓名；代理人不能再指定他人代理。</p>
      <PersonPicker label="代理人" without={[person.id]} {...bind('deputyId')} />
      <DayField label="开始日期" {...bind('since')} />
      <DayField label="终止日期" hint="代理的最后一天。" {...bind('until')} />
      <ReasonField hint="例如：公出、休假。将写入记录。" {...bind('reason')} />
    </ActionForm>
  )
}
