import type { Me } from '@gongkai/web'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { Button } from 'antd'
import { useState } from 'react'
import { type Answer, call, type Refused } from '../api/call.js'
import { Failure } from '../form/failure.js'

/** What the device said when it gave no passkey. */
export const NO_PASSKEY: Refused = {
  code: 'passkey',
  message: '没有使用通行密钥：已经取消，或者本机没有可用的通行密钥。可以重试，或者改用密码。',
}

/** Signs in by a passkey; not there where the browser knows none. */
export function PasskeyButton({ onDone }: { readonly onDone: (me: Me) => void }) {
  const [refused, setRefused] = useState<Refused | null>(null)
  if (!browserSupportsWebAuthn()) return null
  const enter = async () => {
    setRefused(null)
    const answer = await signInByPasskey()
    if (answer.ok) onDone(answer.value)
    else setRefused(answer.refused)
  }
  return (
    <div className="form">
      <Failure refused={refused} />
      <div className="actions">
        <Button onClick={() => void enter()}>用通行密钥登录</Button>
      </div>
    </div>
  )
}

async function signInByPasskey(): Promise<Answer<Me>> {
  const asked = await call<PublicKeyCredentialRequestOptionsJSON>(
    'POST',
    '/session/passkey/options',
    { isOpen: true },
  )
  if (!asked.ok) return asked
  const response = await startAuthentication({ optionsJSON: asked.value }).catch(() => null)
  if (!response) return { ok: false, refused: NO_PASSKEY }
  return call<Me>('POST', '/session/passkey', { body: { response }, isOpen: true })
}
