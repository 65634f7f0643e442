import type { Person } from '@gongkai/web'
import { call, type Refused } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { ContactFields } from './contact-fields.js'
import type { PersonFormProps } from './person-action.js'

type Values = { readonly name: string; readonly phone: string; readonly email: string }

/** Puts name, telephone and e-mail of a person right. */
export function CorrectForm({ person, back, onDone }: PersonFormProps) {
  const { id, name, phone, email, version } = person
  const { values, bind } = useForm({ name, phone: phone ?? '', email: email ?? '', reason: '' })
  return (
    <ActionForm
      submit="更正"
      back={back}
      send={(sent) => call<unknown>('PATCH', `/people/${id}`, { body: values, version: sent })}
      onDone={() => onDone('人员信息已更正。')}
      versioned={{
        version,
        compare: (refused) => compare(refused, id, values),
        onTheirs: () => onDone('显示的是现在的内容。'),
      }}
    >
      <p>邮箱有变的，系统向原邮箱发送通知。登录名不能更改。</p>
      <TextField label="姓名" {...bind('name')} />
      <ContactFields bind={bind} />
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}

async function compare({ message }: Refused, id: string, mine: Values): Promise<Conflict | null> {
  const answer = await call<Person>('GET', `/people/${id}`)
  if (!answer.ok) return null
  const { version, name, phone, email } = answer.value
  const rows = [
    { label: '姓名', mine: mine.name, theirs: name },
    { label: '联系电话', mine: mine.phone, theirs: phone ?? '' },
    { label: '电子邮箱', mine: mine.email, theirs: email ?? '' },
  ]
  return { message, version, rows }
}
