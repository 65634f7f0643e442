import type { MovedDates } from '@gongkai/web'
import type { ReactNode } from 'react'
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
      <MovedTable
        label="移动的公布时限"
        caption={`公布时限移动的报告${dueDays.length}份`}
        heads={['报告年度', '原时限', '新时限']}
        rows={dueDays.map(({ reportId, authority, reportYear, ...days }) => ({
          key: reportId,
          authority: <Link to={`/console/reports/${reportId}`}>{authority}</Link>,
          what: `${reportYear}年度`,
          ...days,
        }))}
      />
      <MovedTable
        label="移动的申请办理期限"
        caption={`办理期限移动的申请${requests.length}件`}
        heads={['申请编号', '原答复期限', '新答复期限']}
        rows={requests.map(({ requestId, requestNumber, ...row }) => ({
          ...{ ...row, key: requestId, what: requestNumber },
        }))}
      />
      <MovedTable
        label="移动的复议应诉期限"
        caption={`期限移动的复议应诉事项${remedies.length}件`}
        heads={['事项', '原期限', '新期限']}
        rows={remedies.map(({ remedyId, what, ...row }) => ({
          ...{ ...row, key: remedyId, what: WHAT[what] },
        }))}
      />
    </>
  )
}

function listed(days: MovedDates['days']): string {
  return days.map(({ date }) => dayText(date)).join('、') || '没有'
}

const WHAT = { answer: '复议答复、应诉', redo: '重新答复' } as const

type MovedRow = {
  readonly key: string
  readonly authority: ReactNode
  readonly what: string
  /** Null while somebody is waited for without an end. */
  readonly before: string | null
  readonly after: string | null
}

/** What moves from one day to another, by authority; nothing where nothing does. */
function MovedTable({
  label,
  caption,
  heads,
  rows,
}: {
  readonly label: string
  readonly caption: string
  /** After the authority. */
  readonly heads: readonly string[]
  readonly rows: readonly MovedRow[]
}) {
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={`${label}，可左右滚动`}>
      <table className="plain-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['机关', ...heads].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, authority, what, before, after }) => (
            <tr key={key}>
              <th scope="row">{authority}</th>
              <td>{what}</td>
              <td>{before ? dayText(before) : '等待期间，未定'}</td>
              <td>{after ? dayText(after) : '等待期间，未定'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
