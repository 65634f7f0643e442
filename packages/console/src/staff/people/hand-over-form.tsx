import type { HandedOver } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField, SelectField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { isOver } from './assignment-list.js'
import type { PersonFormProps } from './person-action.js'
import { PersonPicker } from './person-picker.js'
import { roleName, useRoles } from './roles.js'

/** So many reports are named. */
const LISTED = 5

/** Hands everything that a person holds in an authority over to a successor. */
export function HandOverForm({ person, back, onDone }: PersonFormProps) {
  const roles = useRoles()
  const present = person.assignments.filter((one) => !isOver(one))
  const places = Object.fromEntries(
    present.map(({ authorityId, authorityName }) => [authorityId, authorityName]),
  )
  const { values, bind } = useForm({
    authorityId: Object.keys(places)[0] ?? '',
    to: '',
    reason: '',
  })
  const handed = present.filter(({ authorityId }) => authorityId === values.authorityId)
  const names = (ids: readonly string[]) => ids.map((id) => roleName(roles, id)).join('、')
  const send = () => {
    const body = { ...values, assignmentIds: handed.map(({ id }) => id) }
    return call<HandedOver>('POST', `/people/${person.id}/hand-over`, { body })
  }
  const done = ({ roles: over, reports, requests, tasks }: HandedOver) => {
    const listed = reports
      .slice(0, LISTED)
      .map(({ authority, reportYear }) => `${authority}${reportYear}年度报告`)
    const more = reports.length > LISTED ? '等' : ''
    const work =
      reports.length > 0
        ? `${reports.length}份年度报告轮到接收人办理：${listed.join('、')}${more}`
        : '没有待办理的年度报告'
    const cases =
      requests + tasks > 0 ? `；${requests}件申请、${tasks}项交办事项改由接收人承办` : ''
    onDone(`已移交${names(over)}，${work}${cases}。`)
  }
  if (present.length === 0) return <p className="nothing">{person.name}没有职责，无须移交。</p>
  return (
    <ActionForm
      submit="移交工作"
      isDanger
      back={back}
      send={send}
      onDone={done}
      confirm={
        <p>
          {person.name}在“{places[values.authorityId]}”的{names(handed.map(({ role }) => role))}
          职责今日终止，全部未办结工作由接收人继续办理。两人在各处的登录全部退出。
        </p>
      }
    >
      <SelectField label="机关" options={places} {...bind('authorityId')} />
      <p>移交的职责：{names(handed.map(({ role }) => role))}</p>
      <PersonPicker label="接收人" without={[person.id]} {...bind('to')} />
      <ReasonField hint="例如：岗位调整。将写入记录。" {...bind('reason')} />
    </ActionForm>
  )
}
