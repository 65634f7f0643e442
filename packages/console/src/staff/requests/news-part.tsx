import type { RequestFile, RequestNews } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { printOnly } from '../../ui/print-only.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { dayText, instantText, todayInChina } from '../words/authority-words.js'
import { NEWS_WAYS, NEWS_WORDS } from '../words/request-words.js'

type News = RequestNews['news'][number]

/** 告知申请人: what the applicant was told, by which way, and what the desk must still tell. */
export function NewsPart({
  request,
  reload,
}: {
  readonly request: RequestFile
  readonly reload: () => void
}) {
  const asked = useAsk<RequestNews>(`/requests/${request.id}/news`)
  const [marked, setMarked] = useState<News | null>(null)
  return (
    <section aria-labelledby="news" className="news-sheet">
      <h2 id="news" className="no-print">
        告知申请人
      </h2>
      <Waiting asked={asked}>
        {({ chosen, news }) => (
          <>
            <p className="about no-print">告知方式（申请人所选）：{NEWS_WAYS[chosen]}</p>
            {news.length === 0 && <p className="nothing no-print">还没有需要告知的进展。</p>}
            <ul className="plain-list no-print">
              {news.map((one) => (
                <li key={one.id}>
                  {dayText(one.happenedOn)} {NEWS_WORDS[one.what]}
                  <span className="about">{stateText(one)}</span>
                  {isLeft(one) && (
                    <span className="actions">
                      <Button onClick={() => printOnly('slip')}>打印告知单</Button>
                      <Button onClick={() => setMarked(one)}>登记已告知</Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {news.some(isLeft) && <Slip request={request} news={news.filter(isLeft)} />}
          </>
        )}
      </Waiting>
      {marked && (
        <MarkDialog
          request={request}
          news={marked}
          onClose={() => setMarked(null)}
          onDone={() => {
            setMarked(null)
            // What the desk tells opens a case again that was filed before.
            if (request.filedOn) reload()
            else asked.reload()
          }}
        />
      )}
    </section>
  )
}

/** What the desk must tell by itself. */
function isLeft({ way, state }: News): boolean {
  return state === 'failed' || (state === 'waiting' && way === 'slip')
}

function stateText({ way, state, toldAt }: News): string {
  if (state === 'cancelled') return '登记更正，不再告知'
  if (state === 'failed') return '邮件没有发出，请打印告知单或者以其他方式告知'
  if (state === 'waiting') return way === 'mail' ? '邮件等待发送' : '待打印告知单寄送'
  const at = toldAt ? instantText(toldAt) : ''
  if (way === 'mail') return `${at}已发送邮件提醒`
  if (way === 'slip') return `${at}登记已告知`
  return way === 'letter' ? '随文书告知' : '申请人在查询页面查看'
}

/** 告知单: number, what happened, where to look; nothing of who asks. Seen on paper alone. */
function Slip({
  request,
  news,
}: {
  readonly request: RequestFile
  readonly news: readonly News[]
}) {
  return (
    <div className="slip">
      <h3>政府信息公开申请办理进展告知单</h3>
      <p>申请编号：{request.requestNumber}</p>
      <p>您提出的政府信息公开申请有以下进展：</p>
      <ul>
        {news.map((one) => (
          <li key={one.id}>
            {dayText(one.happenedOn)}，{NEWS_WORDS[one.what]}
          </li>
        ))}
      </ul>
      <p>详情请凭申请编号和查询密码在 {location.origin}/requests/status 查看，或者与本机关联系。</p>
      <p className="signed">{request.authority}</p>
      <p className="signed">{dayText(todayInChina())}</p>
    </div>
  )
}

function MarkDialog({
  request,
  news,
  onClose,
  onDone,
}: {
  readonly request: RequestFile
  readonly news: News
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  return (
    <Dialog title="登记已告知申请人" onClose={onClose}>
      <ActionForm
        submit="登记已告知"
        onBack={onClose}
        send={() => call<null>('POST', `/requests/${request.id}/news/${news.id}/told`)}
        onDone={() => {
          onDone()
          say(`已登记告知申请人：${NEWS_WORDS[news.what]}。`)
        }}
      >
        <p>
          {dayText(news.happenedOn)}，{NEWS_WORDS[news.what]}
          。告知单已经寄出、传真发出或者已经电话告知申请人的，请登记；登记后不能撤销。
        </p>
      </ActionForm>
    </Dialog>
  )
}
