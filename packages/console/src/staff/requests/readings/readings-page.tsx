import type { ReadingsPage as Listed, ReadingCounts } from '@gongkai/web'
import type { ReactNode } from 'react'
import { allPages } from '../../api/list-file.js'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { ExportButton } from '../../form/export-button.js'
import { Waiting } from '../../form/waiting.js'
import { PersonName } from '../../people/person-name.js'
import { useRoles } from '../../people/roles.js'
import { setQuery, useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { Pager } from '../../router/pager.js'
import { instantText, todayInChina } from '../../words/authority-words.js'
import { periodOf } from '../period.js'
import { PeriodChoice } from '../period-choice.js'
import { NoRegister, useAuthorityId, WhichAuthority } from '../use-authority.js'
import { ReaderCounts } from './reader-counts.js'
import { ReadingTable, rowOf } from './reading-table.js'

const TITLE = '谁看过申请'
const HEAD = ['时间', '人员', '职责', '申请编号', '事项']

/** 谁看过: who looked at what of the requests of an authority in a period, and whose counts stand out. It names no applicant. */
export function ReadingsPage() {
  const { query } = useAddress()
  const roles = useRoles()
  const authorityId = useAuthorityId(query)
  const { from, to } = periodOf(query, todayInChina())
  const of = { authorityId, from, to }
  const [personId, requestId] = [query.get('person'), query.get('request')]
  const narrowed = { ...of, personId, requestId }
  const path = withQuery('/requests/readings', { ...narrowed, after: query.get('after') })
  const asked = useAsk<Listed>(authorityId ? path : null)
  const isAll = !personId && !requestId
  const counted = useAsk<ReadingCounts>(
    authorityId && isAll ? withQuery('/requests/readings/counts', of) : null,
  )
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title={TITLE} />
        <NoRegister />
      </div>
    )
  }
  const load = async () => {
    const pages = await allPages<Listed>('/requests/readings', narrowed)
    if (!pages.ok) return pages
    const all = pages.value.flatMap(({ readings }) => readings)
    return {
      ok: true,
      value: all.map((one) => [instantText(one.at), ...rowOf(roles, one)]),
    } as const
  }
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title={TITLE}>
        <ExportButton name={TITLE} head={HEAD} load={load} />
      </PageTitle>
      <p className="about">
        查看申请人信息、来件、文书、拟公开材料、案卷，以及向本人提供个人信息，每次都有记录。本页不含申请人的个人信息。
      </p>
      <WhichAuthority authorityId={authorityId} />
      <PeriodChoice period={{ from, to }} />
      {personId && (
        <Narrowed name="person" label="人员">
          <PersonName id={personId} />
        </Narrowed>
      )}
      {requestId && (
        <Narrowed name="request" label="申请">
          <Link to={`/console/requests/${requestId}`}>打开这件申请</Link>
        </Narrowed>
      )}
      {isAll && <Waiting asked={counted}>{(counts) => <ReaderCounts counts={counts} />}</Waiting>}
      <section aria-labelledby="readings">
        <h2 id="readings">查看的记录</h2>
        <Waiting asked={asked}>
          {({ readings, next }) => (
            <>
              <ReadingTable roles={roles} readings={readings} />
              <Pager next={next} name="after" />
            </>
          )}
        </Waiting>
      </section>
    </div>
  )
}

/** By what the list is narrowed, and the way back to all. */
function Narrowed({
  name,
  label,
  children,
}: {
  readonly name: 'person' | 'request'
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <p className="chip">
      {label}：{children}
      <button type="button" className="link" onClick={() => setQuery({ [name]: '', after: '' })}>
        查看全部
      </button>
    </p>
  )
}
