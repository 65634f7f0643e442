import { citationText, GROUNDS, REMEDY_KINDS } from '@gongkai/law'
import type { Remedy } from '@gongkai/web'
import type { ReactNode } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { HistoryPart } from '../requests/history-part.js'
import { useMay } from '../requests/use-authority.js'
import { useActed, useHeadingFocus } from '../router/acted.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { REMEDY_TITLES, standingOf } from '../words/remedy-words.js'
import { InstancesPart } from './instances-part.js'
import { RemedyActs } from './remedy-acts.js'
import { NextDay } from './remedy-table.js'

/** A reconsideration, suit or complaint: what it is about, how it stands, its instances with their days. */
export function RemedyPage({ id }: { readonly id: string }) {
  const asked = useAsk<Remedy>(`/remedies/${id}`)
  const { isAgain, reload } = useActed(asked)
  return (
    <Waiting asked={asked}>
      {(remedy) => <Shown key={remedy.version} remedy={remedy} isAgain={isAgain} reload={reload} />}
    </Waiting>
  )
}

function Shown({
  remedy,
  isAgain,
  reload,
}: {
  readonly remedy: Remedy
  /** Whether something was done: what had the focus is gone, and the heading says how it stands now. */
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  useHeadingFocus(isAgain)
  const { id, kind, authority, authorityId, struckReason, nextOn } = remedy
  const may = useMay(authorityId)
  return (
    <div className="sheet request-page">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/remedies', { authority: authorityId })}>
          {authority}行政复议、行政诉讼、投诉举报
        </Link>
      </nav>
      <PageTitle title={`${REMEDY_TITLES[kind]}：${standingOf(remedy)}`} />
      {struckReason !== null && (
        <p className="failure">登记错误，已从台账中去除，不计入统计。原因：{struckReason}</p>
      )}
      {nextOn && (
        <p>
          <NextDay remedy={remedy} />。
        </p>
      )}
      <RemedyActs remedy={remedy} reload={reload} />
      <section aria-labelledby="facts">
        <h2 id="facts">所涉事项</h2>
        <dl className="details">
          {factsOf(remedy).map(([label, value]) =>
            value ? (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
      <InstancesPart remedy={remedy} />
      {may('event.read') && <HistoryPart of="remedy" id={id} />}
    </div>
  )
}

function factsOf(remedy: Remedy): readonly (readonly [label: string, value: ReactNode])[] {
  const { kind, body, requestId, requestNumber, decisionNumber, letterId, ground, afterId } = remedy
  const letter = `/console/requests/${requestId}/letters/${letterId}`
  const number = letterId ? <Link to={letter}>{decisionNumber}</Link> : decisionNumber
  return [
    [REMEDY_KINDS[kind].body, body],
    ['机关', remedy.authority],
    [
      '所涉申请',
      requestId && <Link to={`/console/requests/${requestId}`}>申请{requestNumber}</Link>,
    ],
    ['所涉答复的文号', number],
    [
      '所涉决定依据',
      ground && `${GROUNDS[ground].title}（${citationText(GROUNDS[ground].basis)}）`,
    ],
    ['在先的行政复议', afterId && <Link to={`/console/remedies/${afterId}`}>查看</Link>],
  ]
}
