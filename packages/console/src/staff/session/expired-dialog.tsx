import type { Me } from '@gongkai/web'
import { useEffect, useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { onSessionEnd } from '../api/call.js'
import { SignInForm } from './sign-in-form.js'

type Waiting = (isBack: boolean) => void

/** Asks for the password where the session has ended, over the page and all that was typed in it. */
export function ExpiredDialog({
  me,
  onMe,
}: {
  readonly me: Me
  readonly onMe: (me: Me | null) => void
}) {
  // Several requests may find the session over at once: one dialog answers all of them.
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  useEffect(() => {
    onSessionEnd(() => new Promise((resolve) => setWaiting((before) => [...before, resolve])))
    return () => onSessionEnd(null)
  }, [])
  if (waiting.length === 0) return null
  const settle = (isBack: boolean) => {
    setWaiting([])
    for (const resolve of waiting) resolve(isBack)
  }
  const done = (next: Me) => {
    onMe(next)
    settle(true)
  }
  return (
    <Dialog title="登录已过期" onClose={() => settle(false)}>
      <p>{me.person.name}，您的登录已过期，或者您的职责有变动。请输入密码继续，填写的内容都在。</p>
      <SignInForm login={me.person.login} onDone={done} />
      <p>
        <a href="/console">放弃填写的内容，换人登录</a>
      </p>
    </Dialog>
  )
}
