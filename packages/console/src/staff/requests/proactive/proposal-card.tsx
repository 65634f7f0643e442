import { citationText, PROACTIVE_REASONS } from '@gongkai/law'
import type { ProactiveOfRequest, ProactiveProposal } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { PersonName } from '../../people/person-name.js'
import { Link } from '../../router/link.js'
import { useMe } from '../../session/me.js'
import { dayText } from '../../words/authority-words.js'
import { PROPOSAL_STATES } from '../../words/proactive-words.js'
import { useMay } from '../use-authority.js'
import { DecideDialog } from './decide-dialog.js'
import { PublicationDialog } from './publication-dialog.js'

type Shown = ProactiveProposal & Partial<Pick<ProactiveOfRequest['proposals'][number], 'files'>>
type Act = 'accepted' | 'declined' | 'publish'

/** One proposal: what, why, by whom, what became of it, and what is to be done next. */
export function ProposalCard({
  proposal,
  hasLink = false,
  reload,
}: {
  readonly proposal: Shown
  /** Names the request and leads there. */
  readonly hasLink?: boolean
  readonly reload: () => void
}) {
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const { requestId, requestNumber, state, title, reason, says, files = [] } = proposal
  const { title: why, basis } = PROACTIVE_REASONS[reason]
  return (
    <>
      <p>
        <strong>{PROPOSAL_STATES[state]}</strong>：{title}
        {hasLink && (
          <>
            （申请<Link to={`/console/requests/${requestId}#proactive`}>{requestNumber}</Link>）
          </>
        )}
      </p>
      <p>
        {why}（{citationText(basis)}）：{says}
      </p>
      {files.length > 0 && <p>材料：{files.map(({ name }) => name).join('、')}</p>}
      <Course proposal={proposal} />
      <Acts proposal={proposal} onAct={setAct} />
      {(act === 'accepted' || act === 'declined') && (
        <DecideDialog proposal={proposal} decision={act} onClose={close} reload={reload} />
      )}
      {act === 'publish' && (
        <PublicationDialog proposal={proposal} onClose={close} reload={reload} />
      )}
    </>
  )
}

function Course({ proposal }: { readonly proposal: ProactiveProposal }) {
  const { suggestedOn, proposedBy, proposedOn, decidedBy, decidedOn, decidedReason } = proposal
  const { published } = proposal
  return (
    <p className="about">
      {suggestedOn && `申请人于${dayText(suggestedOn)}建议`}
      {proposedBy && (
        <>
          {suggestedOn && '，'}
          <PersonName id={proposedBy} />于{dayText(proposedOn)}
          {suggestedOn ? '登记' : '提请'}
        </>
      )}
      {decidedBy && decidedOn && (
        <>
          ；<PersonName id={decidedBy} />于{dayText(decidedOn)}审核
          {decidedReason && `：${decidedReason}`}
        </>
      )}
      {published && `；${dayText(published.on)}公布：${published.title}，${published.address}`}
    </p>
  )
}

function Acts({
  proposal: { authorityId, state, proposedBy },
  onAct,
}: {
  readonly proposal: ProactiveProposal
  readonly onAct: (act: Act) => void
}) {
  const me = useMe()
  const may = useMay(authorityId)
  if (state === 'proposed' && may('proactive.decide'))
    return proposedBy === me.person.id ? (
      <p className="about">由您提请或者登记，应由另一人审核。</p>
    ) : (
      <div className="actions no-print">
        <Button onClick={() => onAct('accepted')}>同意转为主动公开</Button>
        <Button onClick={() => onAct('declined')}>不同意</Button>
      </div>
    )
  if ((state !== 'accepted' && state !== 'published') || !may('proactive.publish')) return null
  return (
    <div className="actions no-print">
      <Button onClick={() => onAct('publish')}>
        {state === 'published' ? '更正公布的登记' : '登记公布'}
      </Button>
    </div>
  )
}
