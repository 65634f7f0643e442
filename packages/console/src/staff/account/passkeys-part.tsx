import type { OwnPasskey, PasskeyMade } from '@gongkai/web'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser'
import { useState } from 'react'
import { ConfirmButton } from '../../ui/confirm-button.js'
import { type Answer, call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Failure } from '../form/failure.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { NO_PASSKEY } from '../session/passkey-button.js'
import { instantText } from '../words/authority-words.js'

/** The own passkeys: adding one on this device, taking one away. */
export function PasskeysPart() {
  const asked = useAsk<readonly OwnPasskey[]>('/passkeys')
  const [refused, setRefused] = useState<Refused | null>(null)
  const remove = async (id: string) => {
    const answer = await call<unknown>('DELETE', `/passkeys/${id}`)
    setRefused(answer.ok ? null : answer.refused)
    if (answer.ok) say('通行密钥已删除。')
    asked.reload()
  }
  return (
    <>
      <p>
        通行密钥保存在电脑、手机或者安全钥匙里，登录时用指纹、人脸或者设备的密码确认，不必输入本系统的密码。
      </p>
      <Waiting asked={asked}>
        {(passkeys) => (
          <>
            <Failure refused={refused} />
            <ul className="cards">
              {passkeys.map(({ id, name, madeAt, usedAt }) => (
                <li key={id}>
                  <p>
                    <strong>{name}</strong>
                  </p>
                  <p className="about">
                    {instantText(madeAt)}添加，
                    {usedAt === null ? '尚未使用' : `最近${instantText(usedAt)}使用`}
                  </p>
                  <ConfirmButton
                    title={`删除“${name}”？`}
                    text="删除后不能再用它登录。"
                    action="删除"
                    onConfirm={() => void remove(id)}
                  >
                    {`删除“${name}”`}
                  </ConfirmButton>
                </li>
              ))}
            </ul>
          </>
        )}
      </Waiting>
      {browserSupportsWebAuthn() && <AddForm onDone={asked.reload} />}
    </>
  )
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const { values, bind, setValues } = useForm({ name: '', password: '' })
  const done = () => {
    say(`通行密钥“${values.name}”已添加。`)
    setValues({ name: '', password: '' })
    onDone()
  }
  return (
    <ActionForm submit="添加通行密钥" send={() => make(values)} onDone={done}>
      <TextField label="通行密钥的名称" hint="便于辨认，如“办公室电脑”。" {...bind('name')} />
      <TextField
        label="登录密码"
        type="password"
        autoComplete="current-password"
        {...bind('password')}
      />
    </ActionForm>
  )
}

async function make({
  name,
  password,
}: {
  readonly name: string
  readonly password: string
}): Promise<Answer<PasskeyMade>> {
  const asked = await call<PublicKeyCredentialCreationOptionsJSON>('POST', '/passkeys/options', {
    body: { password },
  })
  if (!asked.ok) return asked
  const response = await startRegistration({ optionsJSON: asked.value }).catch(() => null)
  if (!response) return { ok: false, refused: NO_PASSKEY }
  return call<PasskeyMade>('POST', '/passkeys', { body: { name, response } })
}
