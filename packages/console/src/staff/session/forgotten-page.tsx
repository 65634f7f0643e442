import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { Sheet } from './sheet.js'

/** Asks for a link by mail. Whether the login exists is not told. */
export function ForgottenPage() {
  const { values, bind } = useForm({ login: '' })
  const [isSent, setSent] = useState(false)
  const send = () => call<null>('POST', '/password-reset', { body: values, isOpen: true })
  const done = () => {
    setSent(true)
    say('申请已收到。')
  }
  return (
    <Sheet>
      <PageTitle title="忘记密码" />
      {isSent ? (
        <>
          <p>
            登录名“{values.login}
            ”登记有电子邮箱的，重设密码的链接已发往该邮箱，一小时内有效，只能用一次。
          </p>
          <p>没有收到的，请查看垃圾邮件，或者请本机关的系统管理员为您重设密码。</p>
        </>
      ) : (
        <ActionForm submit="申请重设密码" back="/console" send={send} onDone={done}>
          <TextField label="登录名" autoComplete="username" {...bind('login')} />
        </ActionForm>
      )}
      {isSent && (
        <p>
          <Link to="/console">返回登录</Link>
        </p>
      )}
    </Sheet>
  )
}
