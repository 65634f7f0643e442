import { citationText } from '@gongkai/law'
import type { RequestView } from '@gongkai/web'
import { dayText, todayInChina } from '../words/authority-words.js'
import { NEXT } from '../words/request-words.js'
import { NextDay } from './request-table.js'

const WHO = { applicant: '申请人', authority: '本机关' } as const

/** How the day of receipt is fixed, or what is missing to it; and the days ahead. */
export function ReceiptPart({ view: { request, receipt, ahead } }: { readonly view: RequestView }) {
  const today = todayInChina()
  const { applicantConfirmedOn, authorityConfirmedOn, confirmedHow } = request
  return (
    <section aria-labelledby="days">
      <h2 id="days">收到之日和后续日期</h2>
      {receipt.receivedOn ? (
        <p>
          收到之日：<strong>{dayText(receipt.receivedOn)}</strong>，{receipt.why}。
          <span className="about">{citationText(receipt.source)}</span>
        </p>
      ) : (
        request.stage === 'arrived' && (
          <p className="failure-box">
            收到之日还没有确定：缺
            {(receipt.missing ?? []).map((who) => `${WHO[who]}的确认`).join('、')}
            。最迟{dayText(receipt.escalateOn ?? '')}确认，届时仍未确认的提请负责人处理。
            {citationText(receipt.source)}
          </p>
        )
      )}
      <ul className="plain-list">
        {applicantConfirmedOn && <li>申请人于{dayText(applicantConfirmedOn)}确认。</li>}
        {authorityConfirmedOn && (
          <li>
            本机关于{dayText(authorityConfirmedOn)}确认{confirmedHow && `：${confirmedHow}`}。
          </li>
        )}
        {ahead.map(({ what, on, source, consultation }) => (
          <li key={`${what} ${on} ${consultation}`}>
            {what === 'askCorrection' && on < today ? (
              `告知补正的期限${dayText(on)}已过。`
            ) : (
              <NextDay next={{ on, what: NEXT[what], isLate: on < today }} today={today} />
            )}
            {consultation && `（${consultation}）`}
            <span className="about">{citationText(source)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
