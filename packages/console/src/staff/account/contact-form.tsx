import type { Me, OwnContactChanged } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { ContactFields } from '../people/contact-fields.js'
import { say } from '../router/said.js'
import { useMe, useSetMe } from '../session/me.js'

/** Changes the own telephone and e-mail. */
export function ContactForm() {
  const { person } = useMe()
  const setMe = useSetMe()
  const { values, bind, setValues } = useForm({
    ...{ phone: person.phone ?? '', email: person.email ?? '', password: '' },
  })
  const reload = async () => {
    const me = await call<Me>('GET', '/session')
    if (!me.ok) return
    setMe(me.value)
    const { phone, email } = me.value.person
    setValues({ phone: phone ?? '', email: email ?? '', password: '' })
  }
  const done = ({ toConfirm }: OwnContactChanged) => {
    say(
      toConfirm
        ? `确认链接已发到${toConfirm}，三天内打开并确认后启用；确认以前仍用原邮箱。`
        : '联系方式已更改。',
    )
    void reload()
  }
  return (
    <ActionForm
      submit="更改联系方式"
      send={() =>
        call<OwnContactChanged>('POST', '/contact', { body: values, version: person.version })
      }
      onDone={done}
    >
      <p>新邮箱收到确认链接，确认后启用，并通知原邮箱。姓名有误的，请由本机关的系统管理员更正。</p>
      <ContactFields bind={bind} />
      <TextField
        label="登录密码"
        type="password"
        autoComplete="current-password"
        {...bind('password')}
      />
    </ActionForm>
  )
}
