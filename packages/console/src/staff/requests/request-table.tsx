import type { RequestFile } from '@gongkai/web'
import { PersonName } from '../people/person-name.js'
import { Link } from '../router/link.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { dueText } from '../words/report-words.js'
import { JOIN_MARKS, nextOf, shortened, standing } from '../words/request-words.js'

/** Requests, a line each: nothing of who asks but a surname. */
export function RequestTable({ requests }: { readonly requests: readonly RequestFile[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="申请列表，可左右滚动">
      <table className="plain-table roomy requests-list">
        <caption>本页{requests.length}件</caption>
        <thead>
          <tr>
            <th scope="col">申请编号、申请人</th>
            <th scope="col">所需信息</th>
            <th scope="col">阶段</th>
            <th scope="col">承办人</th>
            <th scope="col">下一事项</th>
            <th scope="col">答复期限</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <Line key={request.id} request={request} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ request }: { readonly request: RequestFile }) {
  const today = todayInChina()
  const { id, requestNumber, applicantMasked, wanted, title, closedOn, setAside, handlerId, join } =
    request
  const next = nextOf(request, today)
  return (
    <tr className={next?.isLate ? 'wrong' : ''}>
      <th scope="row">
        <Link to={`/console/requests/${id}`}>{requestNumber}</Link>
        {join && <span className="badge">{JOIN_MARKS[join]}</span>}
        <p className="about">{applicantMasked}</p>
      </th>
      <td data-label="所需信息">{shortened(title ?? wanted)}</td>
      <td data-label="阶段">{standing(request)}</td>
      <td data-label="承办人">{handlerId ? <PersonName id={handlerId} unseen="—" /> : '—'}</td>
      <td data-label="下一事项">
        {closedOn ? (
          `${dayText(closedOn)}${setAside ? '终结' : '办结'}`
        ) : (
          <NextDay next={next} today={today} />
        )}
      </td>
      <td data-label="答复期限">
        <DueDay request={request} />
      </td>
    </tr>
  )
}

/** What is to be done next and until when; late it says so in red and in words. */
export function NextDay({
  next,
  today,
}: {
  readonly next: ReturnType<typeof nextOf>
  readonly today: string
}) {
  if (!next) return '—'
  const left = `（${dueText(next.on, today)}）`
  return (
    <>
      最迟{dayText(next.on)}
      {next.what}
      {next.isLate ? <strong className="failure late-days">{left}</strong> : left}
    </>
  )
}

/** The due date of the reply; a day that may still move is marked. */
export function DueDay({
  request: { dueOn, dueProvisional, stage },
}: {
  readonly request: RequestFile
}) {
  if (!dueOn)
    return stage === 'arrived' ? '确认后起算' : stage === 'closed' ? '—' : '等待期间不计算'
  return (
    <>
      {dayText(dueOn)}
      {dueProvisional && (
        <span className="badge" title="放假安排尚未公布，公布后日期可能移动">
          暂定
        </span>
      )}
    </>
  )
}
