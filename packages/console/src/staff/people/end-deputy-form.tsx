import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { dayText } from '../words/authority-words.js'
import type { PersonFormProps } from './person-action.js'
import { PersonName } from './person-name.js'

/** Ends a deputation before its last day. */
export function EndDeputyForm({ person, of, back, onDone }: PersonFormProps) {
  const { values, bind } = useForm({ reason: '' })
  const deputation = person.deputations.find(({ id }) => id === of)
  if (!deputation) return <p className="nothing">该代理已经终止。请返回该人员查看。</p>
  const send = () => call<unknown>('POST', `/deputations/${deputation.id}/end`, { body: values })
  return (
    <ActionForm submit="终止代理" back={back} send={send} onDone={() => onDone('代理已终止。')}>
      <p>
        <PersonName id={deputation.deputyId} />
        代理
        <PersonName id={deputation.personId} />，{dayText(deputation.since)}至
        {dayText(deputation.until)}。终止后立即不能再代理。
      </p>
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}
