import type { Me } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { PasskeyButton } from './passkey-button.js'

/** Login and password, and the code of whoever has set one up. What was wrong is not told apart. */
export function SignInForm({
  login,
  onDone,
}: {
  /** Who signs in again; null for anybody. */
  readonly login: string | null
  readonly onDone: (me: Me) => void
}) {
  const { values, bind } = useForm({ login: login ?? '', password: '', code: '' })
  const [hasCode, setHasCode] = useState(false)
  const send = async () => {
    const { code, ...rest } = values
    const body = { ...rest, ...(code.trim() && { code: code.replaceAll(/\s/g, '') }) }
    const answer = await call<Me>('POST', '/session', { body, isOpen: true })
    if (!answer.ok) setHasCode(true)
    return answer
  }
  return (
    <>
      <ActionForm submit="登录" send={send} onDone={onDone}>
        {login === null ? (
          <TextField label="登录名" autoComplete="username" {...bind('login')} />
        ) : (
          <input hidden readOnly name="username" autoComplete="username" value={login} />
        )}
        <TextField
          label="密码"
          type="password"
          autoComplete="current-password"
          {...bind('password')}
        />
        {hasCode && (
          <TextField
            label="动态验证码"
            hint="启用了动态验证码的，请填写手机上显示的六位数字。"
            inputMode="numeric"
            autoComplete="one-time-code"
            isOptional
            {...bind('code')}
          />
        )}
        {!hasCode && (
          <p>
            <button type="button" className="link" onClick={() => setHasCode(true)}>
              填写动态验证码
            </button>
          </p>
        )}
      </ActionForm>
      {/* Over what somebody typed, nobody else signs in: a passkey does not say whose it is before. */}
      {login === null && <PasskeyButton onDone={onDone} />}
    </>
  )
}
