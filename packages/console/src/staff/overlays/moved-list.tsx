import type { MovedDates } from '@gongkai/web'
import { Link } from '../router/link.js'
import { dayText } from '../words/authority-words.js'

/** The dates that an overlay moves, or moved. */
export function MovedList({ moved }: { readonly moved: MovedDates }) {
  const { dueDays, requests, remedies, days, settledThrough } = moved
  if (
    dueDays.length + requests.length + remedies.length + days.length === 0 &&
    settledThrough === null
  )
    return <p className="nothing">没有移动的日期。</p>
  return (
    <>
      {settledThrough && (
        <p>
          放假安排收录到：{dayText(settledThrough.before)} → {dayText(settledThrough.after)}
        </p>
      )}
      {days.length > 0 && (
        <p>
          改为休息日：{listed(days.filter(({ isWorked }) => !isWorked))}。改为工作日：
          {listed(days.filter(({ isWorked }) => isWorked))}。
        </p>
      )}
      {dueDays.length > 0 && <DueDays dueDays={dueDays} />}
      {requests.length > 0 && <Requests requests={requests} />}
      {remedies.length > 0 && <Remedies remedies={remedies} />}
    </>
  )
}

function listed(days: MovedDates['days']): string {
  return days.map(({ date }) => dayText(date)).join('、') || '没有'
}

function DueDays({ dueDays }: Pick<MovedDates, 'dueDays'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="移动的公布时限，可左右滚动">
      <table className="plain-table">
        <caption>公布时限移动的报告{dueDays.length}份</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">报告年度</th>
            <th scope="col">原时限</th>
            <th scope="col">新时限</th>
          </tr>
        </thead>
        <tbody>
          {dueDays.map(({ reportId, authority, reportYear, before, after }) => (
            <tr key={reportId}>
              <th scope="row">
                <Link to={`/console/reports/${reportId}`}>{authority}</Link>
              </th>
              <td>{reportYear}年度</td>
              <td>{dayText(before)}</td>
              <td>{dayText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Requests({ requests }: Pick<MovedDates, 'requests'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="移动的申请办理期限，可左右滚动">
      <table className="plain-table">
        <caption>办理期限移动的申请{requests.length}件</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">申请编号</th>
            <th scope="col">原答复期限</th>
            <th scope="col">新答复期限</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ requestId, authority, requestNumber, before, after }) => (
            <tr key={requestId}>
              <th scope="row">{authority}</th>
              <td>{requestNumber}</td>
              <td>{before ? dayText(before) : '等待期间，未定'}</td>
              <td>{after ? dayText(after) : '等待期间，未定'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const WHAT = { answer: '复议答复、应诉', redo: '重新答复' } as const

function Remedies({ remedies }: Pick<MovedDates, 'remedies'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="移动的复议应诉期限，可左右滚动">
      <table className="plain-table">
        <caption>期限移动的复议应诉事项{remedies.length}件</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">事项</th>
            <th scope="col">原期限</th>
            <th scope="col">新期限</th>
          </tr>
        </thead>
        <tbody>
          {remedies.map(({ remedyId, authority, what, before, after }) => (
            <tr key={remedyId}>
              <th scope="row">{authority}</th>
              <td>{WHAT[what]}</td>
              <td>{dayText(before)}</td>
              <td>{dayText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
