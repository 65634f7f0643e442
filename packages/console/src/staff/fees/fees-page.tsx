import type { Fee, FeesPage as Listed } from '@gongkai/web'
import { Button } from 'antd'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Waiting } from '../form/waiting.js'
import { periodOf } from '../requests/period.js'
import { PeriodChoice } from '../requests/period-choice.js'
import { NoRegister, useAuthorityId, WhichAuthority } from '../requests/use-authority.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { feeStanding, unitsText } from '../words/fee-words.js'

/** 信息处理费台账: what notices of a period asked for, what became of it, the totals, and the sentence for the annual report. */
export function FeesPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  const { nameOf } = useRegister()
  const { from, to } = periodOf(query, todayInChina())
  const path = withQuery('/fees', { authorityId, from, to, after: query.get('after') })
  const asked = useAsk<Listed>(authorityId ? path : null)
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title="信息处理费" />
        <NoRegister />
      </div>
    )
  }
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title="信息处理费">
        <Button onClick={() => print()}>打印</Button>
      </PageTitle>
      <div className="no-print">
        <WhichAuthority authorityId={authorityId} />
        <PeriodChoice period={{ from, to }} />
      </div>
      <p>
        {nameOf(authorityId)}，{dayText(from)}至{dayText(to)}发出的收费通知。
      </p>
      <Waiting asked={asked}>{(page) => <Shown page={page} />}</Waiting>
    </div>
  )
}

function Shown({ page: { fees, next, totals, outside, sentence } }: { readonly page: Listed }) {
  return (
    <>
      <p>
        发出收费通知{totals.notices}件，总金额{totals.yuan}元；期间内实际收取{totals.received}
        元（已减去期间内的退费）。
      </p>
      {outside > 0 && (
        <p className="failure-box">
          另有{outside}
          件收费通知是在系统外发出、只作为办理步骤登记的（包括导入的），金额不在本台账、合计和下面的表述中。请照通知书和票据核算，写年度报告第六部分时一并计入。
        </p>
      )}
      {fees.length === 0 ? (
        <p className="nothing">
          这个期间没有发出收费通知。需要收取信息处理费的，在申请中拟制“信息处理费收费通知书”，送出后自动列在这里。
        </p>
      ) : (
        <FeeTable fees={fees} />
      )}
      <Pager next={next} name="after" />
      <h2>年度报告第六部分的表述</h2>
      <p className="lines">{sentence}</p>
      <p className="about">以台账起稿的年度报告，自动写入本年度的这一句。</p>
    </>
  )
}

function FeeTable({ fees }: { readonly fees: readonly Fee[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="信息处理费列表，可左右滚动">
      <table className="plain-table roomy requests-list">
        <caption>本页{fees.length}件</caption>
        <thead>
          <tr>
            <th scope="col">申请编号</th>
            <th scope="col">收费通知书</th>
            <th scope="col">计收</th>
            <th scope="col">金额（元）</th>
            <th scope="col">情况</th>
            <th scope="col">票据号码</th>
          </tr>
        </thead>
        <tbody>
          {fees.map((fee) => (
            <tr key={fee.letterId} className={fee.state === 'overdue' ? 'wrong' : ''}>
              <th scope="row">
                <Link to={`/console/requests/${fee.requestId}`}>{fee.requestNumber}</Link>
              </th>
              <td data-label="收费通知书">
                {fee.documentNumber}
                <p className="about">{dayText(fee.noticedOn)}</p>
              </td>
              <td data-label="计收">{unitsText(fee)}</td>
              <td data-label="金额（元）">{fee.yuan}</td>
              <td data-label="情况">{feeStanding(fee)}</td>
              <td data-label="票据号码">{fee.receiptNumber ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
