import type { Me, TimeCodes } from '@gongkai/web'
import { QRCode } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { useSetMe } from '../session/me.js'

/** Whether a code is asked for at sign-in beside the password, and setting that up. */
export function TimeCodesPart({ inUse }: { readonly inUse: boolean }) {
  const setMe = useSetMe()
  const [made, setMade] = useState<TimeCodes | null>(null)
  const finish = async (said: string) => {
    const me = await call<Me>('GET', '/session')
    if (me.ok) setMe(me.value)
    setMade(null)
    say(said)
  }
  if (inUse) return <EndForm onDone={() => void finish('动态验证码已停用。')} />
  if (made) return <ConfirmForm made={made} onDone={() => void finish('动态验证码已启用。')} />
  return <StartForm onMade={setMade} />
}

function StartForm({ onMade }: { readonly onMade: (made: TimeCodes) => void }) {
  const { values, bind } = useForm({ password: '' })
  const send = () => call<TimeCodes>('POST', '/time-codes', { body: values })
  return (
    <ActionForm submit="开始设置" send={send} onDone={onMade}>
      <p>启用后，登录时除密码外还要填写手机验证器显示的六位数字。</p>
      <TextField
        label="登录密码"
        type="password"
        autoComplete="current-password"
        {...bind('password')}
      />
    </ActionForm>
  )
}

function ConfirmForm({
  made: { secret, uri },
  onDone,
}: {
  readonly made: TimeCodes
  readonly onDone: () => void
}) {
  const { values, bind } = useForm({ code: '' })
  const send = () => {
    const body = { code: values.code.replaceAll(/\s/g, '') }
    return call<unknown>('POST', '/time-codes/confirm', { body })
  }
  return (
    <ActionForm submit="启用" send={send} onDone={onDone}>
      <p>用手机上的验证器应用扫描二维码；不能扫描的，手工输入密钥。密钥请勿告诉他人。</p>
      {/* It says the same as the link below, which is there for all. */}
      <div className="qr" aria-hidden="true">
        <QRCode value={uri} type="svg" size={180} bordered={false} />
      </div>
      <dl className="details">
        <div>
          <dt>密钥</dt>
          <dd className="code">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</dd>
        </div>
        <div>
          <dt>链接</dt>
          <dd className="code">
            <a href={uri}>{uri}</a>
          </dd>
        </div>
      </dl>
      <TextField
        label="验证器显示的六位数字"
        inputMode="numeric"
        autoComplete="one-time-code"
        {...bind('code')}
      />
    </ActionForm>
  )
}

function EndForm({ onDone }: { readonly onDone: () => void }) {
  const { values, bind } = useForm({ password: '' })
  const send = () => call<unknown>('DELETE', '/time-codes', { body: values })
  return (
    <ActionForm submit="停用动态验证码" isDanger send={send} onDone={onDone}>
      <p>已启用。更换手机的，请先停用，再重新设置。</p>
      <TextField
        label="登录密码"
        type="password"
        autoComplete="current-password"
        {...bind('password')}
      />
    </ActionForm>
  )
}
