import type { Notice, NoticePage, UnreadCount } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { Waiting } from '../form/waiting.js'
import { setQuery, useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { say } from '../router/said.js'
import { instantText } from '../words/authority-words.js'
import { NoticeChoicesPart } from './notice-choices.js'
import { tellUnread } from './unread.js'

/** One's own notices, newest first, and which of them come as mail. */
export function NoticesPage() {
  const { query } = useAddress()
  const unread = query.get('unread') ?? ''
  const asked = useAsk<NoticePage>(withQuery('/notices', { unread, after: query.get('after') }))
  const [refused, setRefused] = useState<Refused | null>(null)
  const mark = async (path: string, body?: unknown) => {
    const answer = await call<UnreadCount>('POST', path, { body })
    setRefused(answer.ok ? null : answer.refused)
    if (!answer.ok) return
    tellUnread(answer.value.unread)
    asked.reload()
  }
  return (
    <div className="sheet">
      <PageTitle title="通知" />
      <div className="actions">
        <button
          type="button"
          className="toggle"
          aria-pressed={unread !== ''}
          onClick={() => setQuery({ unread: unread === '' ? 'true' : '', after: '' })}
        >
          只看未读
        </button>
      </div>
      <Failure refused={refused} />
      <Waiting asked={asked}>
        {({ notices, next, unread: left }) => (
          <>
            {notices.length === 0 && (
              <p className="nothing">{unread === '' ? '还没有通知。' : '没有未读的通知。'}</p>
            )}
            {left > 0 && notices[0] && (
              <p>
                <Button
                  onClick={() =>
                    void mark('/notices/read-all', { upTo: notices[0]?.id }).then(() =>
                      say('已全部标为已读。'),
                    )
                  }
                >
                  全部标为已读
                </Button>
              </p>
            )}
            <ol className="cards">
              {notices.map((notice) => (
                <Entry
                  key={notice.id}
                  notice={notice}
                  onRead={() => void mark(`/notices/${notice.id}/read`)}
                />
              ))}
            </ol>
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
      <h2>邮件提醒</h2>
      <NoticeChoicesPart />
    </div>
  )
}

function Entry({
  notice: { title, body, path, createdAt, readAt },
  onRead,
}: {
  readonly notice: Notice
  readonly onRead: () => void
}) {
  return (
    <li className={readAt === null ? 'unread' : 'over'}>
      <p>
        {readAt === null && <span className="badge">未读</span>} <strong>{title}</strong>
      </p>
      <p>{body}</p>
      <p className="about">{instantText(createdAt)}</p>
      <div className="actions">
        {path.startsWith('/console') && (
          <Link to={path}>
            前往办理<span className="hidden">：{title}</span>
          </Link>
        )}
        {readAt === null && (
          <Button size="small" onClick={onRead}>
            标为已读<span className="hidden">：{title}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
