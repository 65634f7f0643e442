import type { RequestView } from '@gongkai/web'
import { PersonName } from '../people/person-name.js'
import { Link, LinkButton } from '../router/link.js'
import { dayText, instantText } from '../words/authority-words.js'
import { standing } from '../words/request-words.js'

type Join = RequestView['joins'][number]

/** What the other request is to this one: as it leads or is the whole, as it follows or is a part. */
// biome-ignore format: table
const WORDS: Readonly<Record<Join['kind'], readonly [string, string]>> = {
  handledWith: ['并入牵头件', '并入本件的申请'],
  partOf:      ['由原申请分出：', '由本件分出：'],
}

/** 并案、分案: the requests that are handled together with this one, and those that came on one paper with it. */
export function JoinsPart({
  view: { request, joins, groupDueOn },
  mayHandle,
}: {
  readonly view: RequestView
  readonly mayHandle: boolean
}) {
  if (joins.length === 0) return null
  const leader = joins.find(({ kind, isOfOther, undone }) => {
    return kind === 'handledWith' && !isOfOther && !undone
  })
  return (
    <section aria-labelledby="joins">
      <h2 id="joins">并案、分案</h2>
      {joins.some(({ kind, isOfOther, undone }) => kind === 'partOf' && !isOfOther && !undone) && (
        <p className="about">来件材料留在原申请，在那里查看；归档时随这件一并归入。</p>
      )}
      {groupDueOn && (
        <p>
          并案的各件中，最早的答复期限是<strong>{dayText(groupDueOn)}</strong>
          。每件的期限各自计算，分别答复、分别统计。
        </p>
      )}
      <ol className="cards">
        {joins.map((one) => (
          <li key={one.id} className={one.undone ? 'over' : ''}>
            <OneJoin join={one} />
          </li>
        ))}
      </ol>
      {leader && mayHandle && !request.closedOn && (
        <LinkButton
          to={`/console/requests/${request.id}/letters/new?kind=decision&like=${leader.other.id}`}
        >
          采用牵头件的决定拟制答复
        </LinkButton>
      )}
    </section>
  )
}

function OneJoin({
  join: { kind, isOfOther, other, reason, by, at, undone },
}: {
  readonly join: Join
}) {
  return (
    <>
      <p>
        {WORDS[kind][isOfOther ? 1 : 0]}
        <Link to={`/console/requests/${other.id}`}>{other.requestNumber}</Link>
        <span className="about">
          {standing(other)}
          {other.dueOn && !other.closedOn && `，答复期限${dayText(other.dueOn)}`}
        </span>
      </p>
      {reason && <p className="lines">原因：{reason}</p>}
      <p className="about">
        <PersonName id={by} />，{instantText(at)}
      </p>
      {undone && (
        <p>
          {kind === 'partOf' ? '已撤销' : '已解除'}
          {undone.reason && `：${undone.reason}`}
          <span className="about">
            （<PersonName id={undone.by} />，{instantText(undone.at)}）
          </span>
        </p>
      )}
    </>
  )
}
