import type { ReportView } from '@gongkai/web'
import { shownReport } from '../../state/shown.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { ComparedTable } from './versions/compared-table.js'

/** What differs between two versions of a report; which two stands in the address. */
export function ComparePage({ id }: { readonly id: string }) {
  const { query } = useAddress()
  const [from, to] = [query.get('from') ?? '1', query.get('to') ?? '1']
  const a = useAsk<ReportView>(`/reports/${id}/versions/${from}`)
  const b = useAsk<ReportView>(`/reports/${id}/versions/${to}`)
  const report = b.value?.report
  const title = `第${from}版与第${to}版的差异`
  return (
    <div className="sheet">
      <PageTitle
        title={report ? `${report.authority}${report.reportYear}年度报告：${title}` : title}
      />
      <p>
        <Link to={`/console/reports/${id}`}>返回报告</Link>
      </p>
      <Waiting asked={a}>
        {({ version: one }) => (
          <Waiting asked={b}>
            {({ version: other }) =>
              one &&
              other && (
                <ComparedTable
                  a={shownReport(one.document)}
                  b={shownReport(other.document)}
                  names={[`第${from}版`, `第${to}版`]}
                />
              )
            }
          </Waiting>
        )}
      </Waiting>
    </div>
  )
}
