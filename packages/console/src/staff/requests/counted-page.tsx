import type { RequestsPage } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { periodOf } from './period.js'
import { RequestTable } from './request-table.js'

/** The requests that one number of Table 3 counts. */
export function CountedPage() {
  const { query } = useAddress()
  const period = periodOf(query, todayInChina())
  const [row, column, authorityId] = ['row', 'column', 'authority'].map((key) => query.get(key))
  const values = { authorityId, ...period, row, column, after: query.get('after') }
  const asked = useAsk<RequestsPage>(withQuery('/requests/counted', values))
  const counts = { authority: authorityId, from: period.from, to: period.to }
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
        <Link to={withQuery('/console/requests/counts', counts)}>统计</Link>
      </nav>
      <PageTitle title={`表三 ${row}·${column}所统计的申请`} />
      <p>
        {dayText(period.from)}至{dayText(period.to)}
      </p>
      <Waiting asked={asked}>
        {({ requests, next }) => (
          <>
            {requests.length === 0 ? (
              <p className="nothing">这一格现在没有统计到申请。</p>
            ) : (
              <RequestTable requests={requests} />
            )}
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}
