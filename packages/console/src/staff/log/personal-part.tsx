import type { LoggedEvent } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { mayAt, useMe } from '../session/me.js'
import { instantText } from '../words/authority-words.js'
import { GroundField } from './ground-field.js'

/** What there is of personal data beside an event: kept under the key, or erased, when and under which rule. Who may erase them does so here. */
export function PersonalPart({
  event: { id, seq, payload, authorityId },
  reload,
}: {
  readonly event: LoggedEvent
  readonly reload: () => void
}) {
  const me = useMe()
  const { pathOf } = useRegister()
  const [isErasing, setErasing] = useState(false)
  if (payload === null) return null
  if (payload.state === 'erased')
    return (
      <p className="about">
        旁附的个人信息已依规清除：{instantText(payload.on)}，依据{payload.under}。
      </p>
    )
  const mayErase = authorityId !== null && mayAt(me, 'event.erase', pathOf(authorityId))
  const done = () => {
    setErasing(false)
    say(`第${seq}号记录旁附的个人信息已依规清除。`)
    reload()
  }
  return (
    <div className="about">
      旁附的个人信息加密保存，不在此显示。
      {mayErase && (
        <Button type="link" danger onClick={() => setErasing(true)}>
          依规清除
        </Button>
      )}
      {isErasing && (
        <EraseDialog id={id} seq={seq} onClose={() => setErasing(false)} onDone={done} />
      )}
    </div>
  )
}

function EraseDialog({
  id,
  seq,
  onClose,
  onDone,
}: {
  readonly id: string
  readonly seq: number
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { values, bind } = useForm({ ground: '', reason: '' })
  return (
    <Dialog title={`依规清除第${seq}号记录旁附的个人信息`} onClose={onClose}>
      <ActionForm
        submit="确认清除"
        isDanger
        onBack={onClose}
        send={() => call<unknown>('POST', `/events/${id}/erase`, { body: values })}
        onDone={onDone}
      >
        <p>清除后不能恢复。记录本身和校验值不变，何时、由谁、依据何规定清除，另作记录。</p>
        <GroundField {...bind('ground')} />
        <ReasonField {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
