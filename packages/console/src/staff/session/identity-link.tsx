import type { SignInWays } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'

/** Why one came back from the identity service without being signed in. */
// biome-ignore format: table
const REFUSED: Readonly<Record<string, string>> = {
  'identity.away':    '统一身份认证没有应答。请稍候再试，或者用登录名和密码登录。',
  'identity.over':    '统一身份认证没有完成，或者等候过久。请重新开始。',
  'identity.unknown': '统一身份认证已经通过，但本系统没有与之对应的在用账户。请与本机关的系统管理员联系。',
}

/** Signs in by the identity service of the province; not there where none is set. */
export function IdentityLink() {
  const [code] = useState(() => new URLSearchParams(location.search).get('refused') ?? '')
  const { value } = useAsk<SignInWays>('/session/ways')
  const message = REFUSED[code]
  if (!value?.identity) return null
  return (
    <div className="form">
      <Failure refused={message === undefined ? null : { code, message }} />
      <div className="actions">
        <Button href="/api/v1/session/identity">{`用${value.identity}登录`}</Button>
      </div>
    </div>
  )
}
