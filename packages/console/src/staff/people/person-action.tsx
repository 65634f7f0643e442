import type { Person } from '@gongkai/web'
import type { ComponentType } from 'react'
import { navigate } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { AssignForm } from './assign-form.js'
import { BlockForm, UnblockForm } from './block-form.js'
import { CorrectForm } from './correct-form.js'
import { DeputyForm } from './deputy-form.js'
import { EndDeputyForm } from './end-deputy-form.js'
import { EndForm } from './end-form.js'
import { EraseForm } from './erase-form.js'
import { HandOverForm } from './hand-over-form.js'
import { InviteAgainForm, ResetForm } from './link-forms.js'
import { SectionForm } from './section-form.js'

/** What a form about a person is given. */
export type PersonFormProps = {
  readonly person: Person
  /** The assignment or deputation that it is about. */
  readonly of: string | null
  /** The page of the person. */
  readonly back: string
  /** Tells what was done, and shows the person. */
  readonly onDone: (said: string) => void
}

type Action = { readonly title: string; readonly Form: ComponentType<PersonFormProps> }

/** What may be done about a person, by its part of the address. */
const ACTIONS: Readonly<Record<string, Action>> = {
  assign: { title: '分配职责', Form: AssignForm },
  section: { title: '写明所在科室', Form: SectionForm },
  end: { title: '收回职责', Form: EndForm },
  deputy: { title: '指定代理人', Form: DeputyForm },
  'end-deputy': { title: '终止代理', Form: EndDeputyForm },
  'hand-over': { title: '移交工作', Form: HandOverForm },
  correct: { title: '更正人员信息', Form: CorrectForm },
  erase: { title: '依规清除个人信息', Form: EraseForm },
  block: { title: '停用', Form: BlockForm },
  unblock: { title: '恢复', Form: UnblockForm },
  'invite-again': { title: '重新邀请', Form: InviteAgainForm },
  reset: { title: '重设密码', Form: ResetForm },
}

/** One thing that is done about a person. */
export function PersonAction({
  person,
  action,
  of,
  reload,
}: {
  readonly person: Person
  readonly action: string
  readonly of: string | null
  readonly reload: () => void
}) {
  const found = ACTIONS[action]
  if (!found) return <p className="nothing">没有这个页面。</p>
  const { title, Form } = found
  const back = `/console/people/${person.id}`
  const done = (said: string) => {
    reload()
    navigate(back)
    say(said)
  }
  return (
    <div className="sheet">
      <PageTitle title={`${person.name}：${title}`} />
      <Form person={person} of={of} back={back} onDone={done} />
    </div>
  )
}
