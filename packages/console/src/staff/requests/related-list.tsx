import { GROUNDS } from '@gongkai/law'
import type { RelatedRequests } from '@gongkai/web'
import { Link } from '../router/link.js'
import { dayText } from '../words/authority-words.js'
import { STAGES, shortened } from '../words/request-words.js'

type Related = RelatedRequests['related'][number]

/** From here on two requests of the same applicant may be one and the same. */
const DUPLICATE = 0.6

const GROUPS: readonly (readonly [title: string, holds: (one: Related) => boolean])[] = [
  ['疑似重复的申请（同一申请人，内容相近）', isDuplicate],
  ['该申请人的其他申请', (one) => one.isSameApplicant && !isDuplicate(one)],
  ['内容相近的申请（其他申请人）', ({ isSameApplicant }) => !isSameApplicant],
]

function isDuplicate({ isSameApplicant, alike }: Related): boolean {
  return isSameApplicant && alike !== null && alike >= DUPLICATE
}

/** Requests that have to do with another, with how each was decided. They open in a window of their own where something is being filled in. */
export function RelatedList({
  related,
  isFilling = false,
}: {
  readonly related: readonly Related[]
  readonly isFilling?: boolean
}) {
  if (related.length === 0) return <p className="nothing">没有找到同一申请人或者内容相近的申请。</p>
  return GROUPS.map(([title, holds]) => {
    const shown = related.filter(holds)
    if (shown.length === 0) return null
    return (
      <div key={title}>
        {isFilling ? <h2>{title}</h2> : <h3>{title}</h3>}
        <ul className="plain-list">
          {shown.map(({ request, alike }) => (
            <li key={request.id}>
              {isFilling ? (
                <a href={`/console/requests/${request.id}`} target="_blank" rel="noreferrer">
                  {request.requestNumber}（在新窗口打开）
                </a>
              ) : (
                <Link to={`/console/requests/${request.id}`}>{request.requestNumber}</Link>
              )}
              　{shortened(request.title ?? request.wanted)}
              <span className="about">
                {dayText(request.arrivedOn)}到达，
                {request.closedOn && request.countedUnder
                  ? `${dayText(request.closedOn)}办结：${GROUNDS[request.countedUnder].title}`
                  : STAGES[request.stage]}
                {alike !== null && `，内容相近${Math.round(alike * 100)}%`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    )
  })
}
