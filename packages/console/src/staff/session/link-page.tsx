import type { LinkState } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { type Asked, useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { NewPassword, NOT_ALIKE } from './new-password.js'
import { Sheet } from './sheet.js'

type LinkOf = Pick<LinkState, 'purpose' | 'name'>

/** Where a link leads that works once: to a new password, or to an address that is confirmed. */
export function LinkPage({ token }: { readonly token: string }) {
  const path = `/links/${encodeURIComponent(token)}`
  const asked = useAsk<LinkOf>(path)
  if (asked.value?.purpose === 'email') return <ConfirmEmail path={path} name={asked.value.name} />
  return <SetPassword path={path} asked={asked} />
}

/** Nothing is confirmed by opening the link: programs that look through mail open it too. */
function ConfirmEmail({ path, name }: { readonly path: string; readonly name: string }) {
  const [isDone, setDone] = useState(false)
  return (
    <Sheet>
      <PageTitle title="确认邮箱" />
      {isDone ? (
        <p>
          邮箱已经确认，今后的邮件发到这里。<Link to="/console">进入系统</Link>
        </p>
      ) : (
        <ActionForm
          submit="确认邮箱"
          send={() => call<unknown>('POST', `${path}/confirm`, { isOpen: true })}
          onDone={() => setDone(true)}
        >
          <p>{name}，确认后，系统的邮件发到收到本链接的邮箱，原邮箱会收到通知。</p>
        </ActionForm>
      )}
    </Sheet>
  )
}

/** The person of an invitation or a reset sets a password, and signs in with it. */
function SetPassword({ path, asked }: { readonly path: string; readonly asked: Asked<LinkOf> }) {
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
