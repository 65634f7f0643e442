import { PROACTIVE_REASONS } from '@gongkai/law'
import type { ProactivePage as Listed } from '@gongkai/web'
import { allPages } from '../../api/list-file.js'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { ExportButton } from '../../form/export-button.js'
import { StateChips } from '../../form/state-chips.js'
import { Waiting } from '../../form/waiting.js'
import { useActed } from '../../router/acted.js'
import { useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { Pager } from '../../router/pager.js'
import { EMPTY_PROPOSALS, PROPOSAL_STATES } from '../../words/proactive-words.js'
import { NoRegister, useAuthorityId, WhichAuthority } from '../use-authority.js'
import { ProposalCard } from './proposal-card.js'

type State = keyof typeof EMPTY_PROPOSALS

const TITLE = '转为主动公开'

/** 依申请公开转主动公开的台账: what was proposed, what is to be published, what was. */
export function ProactivePage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title={TITLE} />
        <NoRegister />
      </div>
    )
  }
  return <Register key={authorityId} authorityId={authorityId} query={query} />
}

function Register({
  authorityId,
  query,
}: {
  readonly authorityId: string
  readonly query: URLSearchParams
}) {
  const said = query.get('state') ?? 'all'
  const state = said in EMPTY_PROPOSALS ? (said as State) : 'all'
  const asked = useAsk<Listed>(
    withQuery('/proactive', { authorityId, state, after: query.get('after') }),
  )
  const { reload } = useActed(asked)
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title={TITLE}>
        <ExportButton name={TITLE} head={HEAD} load={() => rowsOf(authorityId, state)} />
      </PageTitle>
      <WhichAuthority authorityId={authorityId} />
      <StateChips labels={LABELS} counts={asked.value?.counts} state={state} />
      <Waiting asked={asked}>
        {({ proposals, next }) => (
          <>
            {proposals.length === 0 && <p className="nothing">{EMPTY_PROPOSALS[state]}</p>}
            <ol className="cards">
              {proposals.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalCard proposal={proposal} hasLink reload={reload} />
                </li>
              ))}
            </ol>
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

const LABELS = { ...PROPOSAL_STATES, all: '全部' }

const HEAD = [
  ...['申请编号', '标题', '情形', '状态', '申请人建议日期', '提请日期', '审核日期'],
  ...['公布日期', '公布标题', '公布位置'],
]

/** The whole list as it is narrowed, for a file. */
async function rowsOf(authorityId: string, state: State) {
  const pages = await allPages<Listed>('/proactive', { authorityId, state })
  if (!pages.ok) return pages
  const rows = pages.value
    .flatMap(({ proposals }) => proposals)
    .map((one) => [
      ...[one.requestNumber, one.title, PROACTIVE_REASONS[one.reason].title],
      ...[PROPOSAL_STATES[one.state], one.suggestedOn ?? '', one.proposedOn],
      ...[one.decidedOn ?? '', one.published?.on ?? '', one.published?.title ?? ''],
      one.published?.address ?? '',
    ])
  return { ok: true, value: rows } as const
}
