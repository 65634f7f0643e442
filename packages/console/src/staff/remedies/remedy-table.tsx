import type { Remedy } from '@gongkai/web'
import { Link } from '../router/link.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { nextWords, REMEDY_TITLES, standingOf } from '../words/remedy-words.js'
import { dueText } from '../words/report-words.js'

/** Reconsiderations, suits and complaints, a line each. */
export function RemedyTable({
  remedies,
  isOfSeveral = false,
}: {
  readonly remedies: readonly Remedy[]
  /** Of more than one authority, which is named then. */
  readonly isOfSeveral?: boolean
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="复议、诉讼、投诉列表，可左右滚动">
      <table className="plain-table roomy requests-list">
        <caption>本页{remedies.length}件</caption>
        <thead>
          <tr>
            <th scope="col">种类、案号</th>
            <th scope="col">{isOfSeveral ? '机关、审理机关' : '审理机关'}</th>
            <th scope="col">所涉申请</th>
            <th scope="col">情况</th>
            <th scope="col">下一事项</th>
          </tr>
        </thead>
        <tbody>
          {remedies.map((remedy) => (
            <Line key={remedy.id} remedy={remedy} isOfSeveral={isOfSeveral} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ remedy, isOfSeveral }: { readonly remedy: Remedy; readonly isOfSeveral: boolean }) {
  const { id, kind, body, authority, requestId, requestNumber, decisionNumber, instances } = remedy
  const last = instances.at(-1)
  const isLate = remedy.nextOn !== null && remedy.nextOn < todayInChina()
  return (
    <tr className={isLate ? 'wrong' : ''}>
      <th scope="row">
        <Link to={`/console/remedies/${id}`}>{REMEDY_TITLES[kind]}</Link>
        <p className="about">{last?.caseNumber ?? `${dayText(last?.receivedOn ?? '')}收到`}</p>
      </th>
      <td data-label="审理机关">
        {isOfSeveral && <p>{authority}</p>}
        {body}
      </td>
      <td data-label="所涉申请">
        {requestId ? <Link to={`/console/requests/${requestId}`}>{requestNumber}</Link> : '—'}
        {decisionNumber && <p className="about">{decisionNumber}</p>}
      </td>
      <td data-label="情况">{standingOf(remedy)}</td>
      <td data-label="下一事项">
        <NextDay remedy={remedy} />
      </td>
    </tr>
  )
}

/** What is to be done next and until when; late it says so in red and in words. */
export function NextDay({ remedy }: { readonly remedy: Remedy }) {
  const { nextOn, nextWhat, answerDays, redoDay } = remedy
  if (!nextOn) return '—'
  const today = todayInChina()
  const left = `（${dueText(nextOn, today)}）`
  const day = nextWhat === 'redo' ? redoDay : answerDays.at(-1)
  return (
    <>
      最迟{dayText(nextOn)}
      {nextWords(remedy)}
      {nextOn < today ? <strong className="failure late-days">{left}</strong> : left}
      {day?.provisional && (
        <span className="badge" title="放假安排尚未公布，公布后日期可能移动">
          暂定
        </span>
      )}
    </>
  )
}
