import { useState } from 'react'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { NewPassword, NOT_ALIKE } from './new-password.js'
import { Sheet } from './sheet.js'

type LinkOf = { readonly purpose: 'invitation' | 'reset'; readonly name: string }

/** Where an invitation or a reset leads: the person sets a password, and signs in with it. */
export function LinkPage({ token }: { readonly token: string }) {
  const path = `/links/${encodeURIComponent(token)}`
  const asked = useAsk<LinkOf>(path)
  const { values, bind } = useForm({ password: '', again: '' })
  const [isDone, setDone] = useState(false)
  const { password, again } = values
  const send = async () =>
    password === again
      ? call<unknown>('POST', path, { body: { password }, isOpen: true })
      : NOT_ALIKE
  const done = () => {
    setDone(true)
    say('密码已设置。')
  }
  return (
    <Sheet>
      <PageTitle title="设置密码" />
      {isDone ? (
        <p>
          密码已经设置，链接随之失效。<Link to="/console">去登录</Link>
        </p>
      ) : (
        <Waiting asked={asked}>
          {({ purpose, name }) => (
            <>
              <p>
                {purpose === 'invitation'
                  ? `${name}，您已被邀请使用本系统。请设置登录密码。`
                  : `${name}，请设置新的登录密码。设置后，其他设备上的登录全部退出。`}
              </p>
              <ActionForm submit="设置密码" send={send} onDone={done}>
                <NewPassword password={bind('password')} again={bind('again')} />
              </ActionForm>
            </>
          )}
        </Waiting>
      )}
      {asked.refused && (
        <p>
          <Link to="/console">返回登录</Link>
        </p>
      )}
    </Sheet>
  )
}
