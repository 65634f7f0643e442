import type { NoticePage } from '@gongkai/web'
import { useEffect } from 'react'
import { call } from '../api/call.js'
import { Link } from '../router/link.js'
import { tellUnread, useUnread } from './unread.js'

/** From here on the server counts no further. */
const MOST = 1000

/** The way to one's notices, with how many are not read; it asks anew with every page. */
export function NoticesLink({ path }: { readonly path: string }) {
  const unread = useUnread()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another look
  useEffect(() => {
    let isGone = false
    void call<NoticePage>('GET', '/notices?unread=true&limit=1', { isOpen: true }).then(
      (answer) => {
        if (!isGone && answer.ok) tellUnread(answer.value.unread)
      },
    )
    return () => {
      isGone = true
    }
  }, [path])
  const count = unread >= MOST ? `${MOST}条以上` : `${unread}条`
  return (
    <Link to="/console/notices" isCurrent={path === '/console/notices'}>
      通知
      {unread > 0 && (
        <>
          <span className="unread-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
          <span className="hidden">（{count}未读）</span>
        </>
      )}
    </Link>
  )
}
