import type { BoardRow } from '@gongkai/web'
import { Link } from '../router/link.js'
import { dayText } from '../words/authority-words.js'
import { REPORT_STATES } from '../words/report-words.js'

/** Every authority that was asked, a line each. */
export function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  if (rows.length === 0) return <p className="nothing">没有符合条件的机关。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="各机关进度，可左右滚动">
      <table className="plain-table roomy">
        <caption>本页{rows.length}个机关</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">状态</th>
            <th scope="col">期限</th>
            <th scope="col">逾期天数</th>
            <th scope="col">实际公布日期</th>
            <th scope="col">未处理的错误／发现</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reportId} className={row.daysLate > 0 ? 'wrong' : ''}>
              <th scope="row">
                <Link to={`/console/reports/${row.reportId}`}>{row.authority}</Link>
                <CarriedBy {...row} />
              </th>
              <td>
                <StateText {...row} />
                {row.closedReason && <span className="about">：{row.closedReason}</span>}
              </td>
              <td className="day">{dayText(row.dueOn)}</td>
              <td className="count">{row.daysLate > 0 ? `${row.daysLate}天` : '—'}</td>
              <td className="day">{row.publishedOn ? dayText(row.publishedOn) : '—'}</td>
              <td className="count">
                {row.openErrors === null ? '未检查' : `${row.openErrors}／${row.openFindings}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who carries on the report of an authority that is dissolved. */
export function CarriedBy({ carriedBy }: Pick<BoardRow, 'carriedBy'>) {
  return carriedBy && <span className="about">（由{carriedBy}承接）</span>
}

/** How far a report is, in a word or two. */
export function StateText({ state, checksFailed }: Pick<BoardRow, 'state' | 'checksFailed'>) {
  return (
    <>
      {REPORT_STATES[state]}
      {checksFailed && <span className="failure">，检查未通过</span>}
    </>
  )
}
