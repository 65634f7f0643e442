import { CHANNELS, citationText } from '@gongkai/law'
import type { Registered } from '@gongkai/web'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { LinkButton } from '../router/link.js'
import { dayText } from '../words/authority-words.js'
import { RECEIPT_RULES } from '../words/request-words.js'
import { AddFiles } from './add-files.js'

/** 接收回执: number and secret, shown once, to be printed and handed over; then the scans. */
export function ReceiptSheet({
  registered: { request, secret },
  hasAgent,
  onAnother,
}: {
  readonly registered: Registered
  /** Whoever acts for another shows by what right. */
  readonly hasAgent: boolean
  readonly onAnother: () => void
}) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = '接收回执 — 公开'
    ref.current?.focus()
    scrollTo(0, 0)
  }, [])
  const rows = [
    ['申请编号', request.requestNumber],
    ['查询密码', secret],
    ['受理机关', request.authority],
    ['提出渠道', CHANNELS[request.channel].title],
    ['到达日期', dayText(request.arrivedOn)],
    ['所需信息', request.wanted],
    ['收到之日', request.receivedOn ? dayText(request.receivedOn) : '双方确认后确定'],
    ['答复期限', request.dueOn ? dayText(request.dueOn) : '确认收到后起算'],
  ] as const
  const { rule, source } = CHANNELS[request.channel]
  return (
    <div className="sheet">
      <section aria-labelledby="receipt" className="receipt">
        <h1 id="receipt" ref={ref} tabIndex={-1}>
          政府信息公开申请接收回执
        </h1>
        <p className="badge no-print">查询密码只在这里显示一次。请打印后交给申请人。</p>
        <dl className="details">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={label === '查询密码' ? 'secret' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          {RECEIPT_RULES[rule]}（{citationText(source)}）。凭申请编号和查询密码，可以在
          {location.origin}/requests/status
          查询办理情况、补正或者撤回申请。查询密码遗失的，请携带身份证明到受理机关当面办理。
        </p>
      </section>
      <div className="actions no-print">
        <Button type="primary" onClick={() => print()}>
          打印回执
        </Button>
        <LinkButton to={`/console/requests/${request.id}`}>打开这件申请</LinkButton>
        <Button onClick={onAnother}>再登记一件</Button>
      </div>
      <section className="no-print" aria-labelledby="scans">
        <h2 id="scans">附上扫描件</h2>
        <p>来信、申请表、身份证明、授权委托书等扫描后附在这里，加密保存，只有办理人员能够查看。</p>
        {hasAgent && (
          <p className="badge">申请由代理人提出：请核验并附上申请人签名或者盖章的授权委托书。</p>
        )}
        <AddFiles
          requestId={request.id}
          first={hasAgent ? 'authorisation' : 'scan'}
          onAdded={() => {}}
        />
      </section>
    </div>
  )
}
