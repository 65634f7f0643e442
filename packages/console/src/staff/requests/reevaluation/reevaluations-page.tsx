import { citationText, GROUNDS } from '@gongkai/law'
import type { ReevaluationPage as Listed } from '@gongkai/web'
import { allPages } from '../../api/list-file.js'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { ExportButton } from '../../form/export-button.js'
import { StateChips } from '../../form/state-chips.js'
import { Waiting } from '../../form/waiting.js'
import { useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { Pager } from '../../router/pager.js'
import { dayText, todayInChina } from '../../words/authority-words.js'
import { EMPTY_REEVALUATIONS, REEVALUATION_QUEUES } from '../../words/reevaluation-words.js'
import { shortened } from '../../words/request-words.js'
import { NoRegister, useAuthorityId, WhichAuthority } from '../use-authority.js'

type Queue = keyof typeof REEVALUATION_QUEUES
type Row = Listed['withheld'][number]

const TITLE = '定期评估'

/** 不予公开的信息的定期评估: what is due, what comes next, what may be disclosed (第十八条). */
export function ReevaluationsPage() {
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
  const said = query.get('queue') ?? 'due'
  const queue = said in REEVALUATION_QUEUES ? (said as Queue) : 'due'
  const asked = useAsk<Listed>(
    withQuery('/reevaluations', { authorityId, queue, after: query.get('after') }),
  )
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title={TITLE}>
        <ExportButton name={TITLE} head={HEAD} load={() => rowsOf(authorityId, queue)} />
      </PageTitle>
      <WhichAuthority authorityId={authorityId} />
      <StateChips
        labels={REEVALUATION_QUEUES}
        counts={asked.value?.counts}
        state={queue}
        name="queue"
      />
      <Waiting asked={asked}>
        {(page) => (
          <>
            <Rule page={page} />
            {page.withheld.length === 0 ? (
              <p className="nothing">{EMPTY_REEVALUATIONS[queue]}</p>
            ) : (
              <WithheldTable rows={page.withheld} />
            )}
            <Pager next={page.next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

function Rule({ page: { months, source, known } }: { readonly page: Listed }) {
  return (
    <p className="about">
      依照条例第十四条至第十六条不予公开的（含部分不予公开的），自答复送出之日起每{months}
      个月评估一次，依据{citationText(source)}。
      {known === 'memory' && (
        <>
          周期尚未核实，请在<Link to="/console/law">法定数据</Link>中核实或者更正。
        </>
      )}
    </p>
  )
}

function WithheldTable({ rows }: { readonly rows: readonly Row[] }) {
  const today = todayInChina()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="定期评估列表，可左右滚动">
      <table className="plain-table roomy requests-list">
        <caption>本页{rows.length}件</caption>
        <thead>
          <tr>
            <th scope="col">申请编号</th>
            <th scope="col">内容</th>
            <th scope="col">不予公开的依据</th>
            <th scope="col">答复日期</th>
            <th scope="col">评估期限</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ request, grounds, decidedOn, dueOn }) => (
            <tr key={request.id} className={dueOn !== null && dueOn < today ? 'wrong' : ''}>
              <th scope="row">
                <Link to={`/console/requests/${request.id}#reevaluation`}>
                  {request.requestNumber}
                </Link>
              </th>
              <td data-label="内容">{shortened(request.title ?? request.wanted)}</td>
              <td data-label="不予公开的依据">{groundsText(grounds)}</td>
              <td data-label="答复日期">{dayText(decidedOn)}</td>
              <td data-label="评估期限">
                {dueOn ? dayText(dueOn) : '已提请公开'}
                {dueOn !== null && dueOn < today && '，逾期'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function groundsText(grounds: Row['grounds']): string {
  return grounds.map((ground) => GROUNDS[ground].title).join('、')
}

const HEAD = ['申请编号', '内容', '不予公开的依据', '答复日期', '评估期限']

/** The whole queue, for a file. */
async function rowsOf(authorityId: string, queue: Queue) {
  const pages = await allPages<Listed>('/reevaluations', { authorityId, queue })
  if (!pages.ok) return pages
  const rows = pages.value
    .flatMap(({ withheld }) => withheld)
    .map(({ request, grounds, decidedOn, dueOn }) => [
      ...[request.requestNumber, request.title ?? request.wanted, groundsText(grounds)],
      ...[decidedOn, dueOn ?? ''],
    ])
  return { ok: true, value: rows } as const
}
