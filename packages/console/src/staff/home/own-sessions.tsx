import type { OwnSession } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { instantText } from '../words/authority-words.js'

/** Where else one is signed in, in a sentence. */
export function OwnSessions() {
  const asked = useAsk<readonly OwnSession[]>('/sessions')
  return (
    <Waiting asked={asked}>
      {(sessions) => {
        const own = sessions.find(({ isThis }) => isThis)
        const others = sessions.length - (own ? 1 : 0)
        return (
          <p>
            {own && `本次登录于${instantText(own.createdAt)}。`}
            {others === 0 ? '没有其他登录。' : `另有${others}个登录。`}
            <Link to="/console/account">查看或者退出</Link>
          </p>
        )
      }}
    </Waiting>
  )
}
