import { REMEDY_RESULTS } from '@gongkai/law'
import type { RemediesPage as Listed } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { SelectField } from '../form/fields.js'
import { StateChips } from '../form/state-chips.js'
import { Waiting } from '../form/waiting.js'
import { NoRegister, useAuthorityId, useMay, WhichAuthority } from '../requests/use-authority.js'
import { setQuery } from '../router/address.js'
import { LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { useRemembered } from '../router/remembered.js'
import { useMe } from '../session/me.js'
import {
  EMPTY_QUEUES,
  isKind,
  REMEDY_QUEUES,
  REMEDY_TITLES,
  resultsOf,
} from '../words/remedy-words.js'
import { RemedyTable } from './remedy-table.js'

type Queue = keyof typeof REMEDY_QUEUES

const TITLE = '行政复议、行政诉讼、投诉举报'

/** The register of reconsiderations, suits and complaints of an authority; what narrows it stands in the address. */
export function RemediesPage() {
  const me = useMe()
  const query = useRemembered(me.person.id)
  const authorityId = useAuthorityId(query)
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title={TITLE} />
        <NoRegister />
      </div>
    )
  }
  return <Register authorityId={authorityId} query={query} />
}

function Register({
  authorityId,
  query,
}: {
  readonly authorityId: string
  readonly query: URLSearchParams
}) {
  const may = useMay(authorityId)
  const queue = queueOf(query.get('queue'))
  const [kind, result, after] = ['kind', 'result', 'after'].map((key) => query.get(key))
  const below = query.get('below') === 'true' && may('request.oversee') ? 'true' : ''
  const asked = useAsk<Listed>(
    withQuery('/remedies', { authorityId, below, queue, kind, result, after }),
  )
  return (
    <div className="sheet">
      <PageTitle title={TITLE}>
        {(may('remedy.handle') || may('remedy.supervise')) && (
          <LinkButton to={withQuery('/console/remedies/new', { authority: authorityId })}>
            登记
          </LinkButton>
        )}
        <LinkButton to={withQuery('/console/requests/counts', { authority: authorityId })}>
          统计
        </LinkButton>
      </PageTitle>
      <WhichAuthority authorityId={authorityId} label="机关" />
      <StateChips labels={REMEDY_QUEUES} state={queue} name="queue" />
      <Narrowing {...{ authorityId, kind: kind ?? '', result: result ?? '', below }} />
      <Waiting asked={asked}>
        {({ remedies, next }) => (
          <>
            {remedies.length === 0 ? (
              <p className="nothing">{EMPTY_QUEUES[queue]}</p>
            ) : (
              <RemedyTable remedies={remedies} isOfSeveral={below !== ''} />
            )}
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

function Narrowing({
  authorityId,
  kind,
  result,
  below,
}: {
  readonly authorityId: string
  readonly kind: string
  readonly result: string
  readonly below: string
}) {
  const may = useMay(authorityId)
  const { nodes } = useRegister()
  const hasBelow = nodes.some(({ parentId }) => parentId === authorityId)
  const results = isKind(kind) ? resultsOf(kind) : ALL_RESULTS
  return (
    <search className="search">
      <SelectField
        label="种类"
        options={{ '': '全部', ...REMEDY_TITLES }}
        value={kind}
        isOptional
        onChange={(next) => setQuery({ kind: next, result: '', after: '' })}
      />
      <SelectField
        label="结果"
        options={[['', '全部'], ...results]}
        value={result}
        isOptional
        onChange={(next) => setQuery({ result: next, queue: next ? 'all' : '', after: '' })}
      />
      {hasBelow && may('request.oversee') && (
        <SelectField
          label="范围"
          options={{ '': '本机关', true: '本机关和所属各机关' }}
          value={below}
          isOptional
          onChange={(next) => setQuery({ below: next, after: '' })}
        />
      )}
    </search>
  )
}

const ALL_RESULTS = Object.entries(REMEDY_RESULTS).map(([id, { title, of }]) => [
  id,
  `${title}（${REMEDY_TITLES[of[0] ?? 'complaint']}）`,
]) as readonly (readonly [string, string])[]

function queueOf(text: string | null): Queue {
  return text !== null && text in REMEDY_QUEUES ? (text as Queue) : 'open'
}
