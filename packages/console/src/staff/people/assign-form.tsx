import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { todayInChina } from '../words/authority-words.js'
import { AssignmentFields } from './assignment-fields.js'
import type { PersonFormProps } from './person-action.js'
import { SectionField } from './section-form.js'

/** Gives a person a role in an authority. */
export function AssignForm({ person: { id, name }, back, onDone }: PersonFormProps) {
  const [draft, setDraft] = useState({ authorityId: '', role: '' })
  const { values, bind } = useForm({ since: todayInChina(), section: '', reason: '' })
  const send = () =>
    call<unknown>('POST', '/assignments', { body: { personId: id, ...draft, ...values } })
  return (
    <ActionForm submit="分配职责" back={back} send={send} onDone={() => onDone('职责已分配。')}>
      <p>分配后，{name}在各处的登录全部退出，重新登录后按新的职责办理。</p>
      <AssignmentFields draft={draft} onChange={setDraft} />
      <SectionField {...bind('section')} />
      <DayField label="起始日期" hint="今天或者以后。" {...bind('since')} />
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}
