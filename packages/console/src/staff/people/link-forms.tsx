import type { HandedLink as Link } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Link as PageLink } from '../router/link.js'
import { HandedLink } from './handed-link.js'
import type { PersonFormProps } from './person-action.js'

/** A new link for somebody who has not accepted yet. */
export function InviteAgainForm({ person: { id, name }, back }: PersonFormProps) {
  const [made, setMade] = useState<Link | null>(null)
  if (made) return <Made made={made} what="邀请链接" name={name} back={back} />
  const send = () => call<Link>('POST', `/people/${id}/invite-again`)
  return (
    <ActionForm submit="生成新的邀请链接" back={back} send={send} onDone={setMade}>
      <p>原链接遗失或者过期的，可以重新生成。{name}用任何一个链接设置密码后，其余链接失效。</p>
    </ActionForm>
  )
}

/** A link for somebody who cannot sign in any more. */
export function ResetForm({ person: { id, name }, back }: PersonFormProps) {
  const [made, setMade] = useState<Link | null>(null)
  const { values, bind } = useForm({ reason: '' })
  if (made) return <Made made={made} what="重设密码链接" name={name} back={back} />
  const send = () => call<Link>('POST', `/people/${id}/reset-link`, { body: values })
  return (
    <ActionForm submit="生成重设密码链接" back={back} send={send} onDone={setMade}>
      <p>
        请先核实确为{name}本人提出。{name}
        用链接设置新密码后，各处的登录全部退出，动态验证码一并停用。
      </p>
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}

function Made({
  made,
  what,
  name,
  back,
}: {
  readonly made: Link
  readonly what: string
  readonly name: string
  readonly back: string
}) {
  return (
    <>
      <HandedLink link={made} what={what} name={name} />
      <p>
        <PageLink to={back}>返回该人员</PageLink>
      </p>
    </>
  )
}
