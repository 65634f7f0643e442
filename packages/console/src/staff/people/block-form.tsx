import type { Person } from '@gongkai/web'
import type { ReactNode } from 'react'
import { call, type Refused } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { PERSON_STATES } from './people-words.js'
import type { PersonFormProps } from './person-action.js'

/** Keeps a person from signing in. */
export function BlockForm(props: PersonFormProps) {
  return (
    <StateForm {...props} verb="block" submit="停用" wanted="blocked" said="已停用。">
      <p>
        停用后立即退出登录，不能再登录；职责保留，但任何人不能代为行使，包括已指定的代理人。需要有人接办的，请先“移交工作”。
      </p>
    </StateForm>
  )
}

/** Lets a blocked person sign in again. */
export function UnblockForm(props: PersonFormProps) {
  return (
    <StateForm {...props} verb="unblock" submit="恢复" wanted="active" said="已恢复。">
      <p>恢复后可以用原来的密码登录，按现有职责办理工作。</p>
    </StateForm>
  )
}

function StateForm({
  person,
  back,
  onDone,
  verb,
  submit,
  wanted,
  said,
  children,
}: PersonFormProps & {
  readonly verb: 'block' | 'unblock'
  readonly submit: string
  readonly wanted: string
  readonly said: string
  readonly children: ReactNode
}) {
  const { values, bind } = useForm({ reason: '' })
  const send = (version: number) =>
    call<unknown>('POST', `/people/${person.id}/${verb}`, { body: values, version })
  return (
    <ActionForm
      submit={submit}
      isDanger={verb === 'block'}
      back={back}
      send={send}
      onDone={() => onDone(`${person.name}${said}`)}
      versioned={{
        version: person.version,
        compare: (refused) => compareState(refused, person.id, wanted),
        onTheirs: () => onDone('显示的是现在的内容。'),
      }}
    >
      {children}
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}

/** What was wanted beside what stands now. */
export async function compareState(
  { message }: Refused,
  id: string,
  wanted: string,
): Promise<Conflict | null> {
  const answer = await call<Person>('GET', `/people/${id}`)
  if (!answer.ok) return null
  const { version, state } = answer.value
  const text = (one: string) => PERSON_STATES[one] ?? one
  return { message, version, rows: [{ label: '状态', mine: text(wanted), theirs: text(state) }] }
}
