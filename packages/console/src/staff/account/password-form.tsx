import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { useSetMe } from '../session/me.js'
import { NewPassword, NOT_ALIKE } from '../session/new-password.js'

/** Changes the own password, which signs out everywhere, here included. */
export function PasswordForm() {
  const setMe = useSetMe()
  const { values, bind } = useForm({ old: '', password: '', again: '' })
  const { old, password, again } = values
  const send = async () =>
    password === again ? call<unknown>('POST', '/password', { body: { old, password } }) : NOT_ALIKE
  const done = () => {
    setMe(null)
    say('密码已修改。请用新密码登录。')
  }
  return (
    <ActionForm submit="修改密码" send={send} onDone={done}>
      <p>修改后，各处的登录全部退出，请用新密码重新登录。</p>
      <TextField label="原密码" type="password" autoComplete="current-password" {...bind('old')} />
      <NewPassword label="新密码" password={bind('password')} again={bind('again')} />
    </ActionForm>
  )
}
