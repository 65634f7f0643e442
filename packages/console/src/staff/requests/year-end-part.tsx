import type { RequestCounts, YearEnd } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { periodOf } from './period.js'

/** 年终预演: how it stands today, and what will be carried over at the end of the year. */
export function YearEndPart({ authorityId }: { readonly authorityId: string }) {
  const asked = useAsk<YearEnd>(withQuery('/requests/year-end', { authorityId }))
  const to = (queue: string) => withQuery('/console/requests', { authority: authorityId, queue })
  return (
    <section aria-labelledby="year-end">
      <h2 id="year-end">今天的情况和年底将结转的件数</h2>
      <Waiting asked={asked}>
        {({ today, dueThisYear, carriedOver, unconfirmed }) => (
          <ul className="follows">
            <li>
              截至{dayText(today)}，未办结{dueThisYear + carriedOver}件，其中答复期限在
              {today.slice(0, 4)}年内的{dueThisYear}件。
            </li>
            <li>
              期限在次年，或者正在等待、期限未定，照现在的情况
              {carriedOver > 0 ? (
                <Link to={to('carriedOver')}>将结转下年度的{carriedOver}件</Link>
              ) : (
                '将结转下年度的0件'
              )}
              。
            </li>
            {unconfirmed > 0 && (
              <li>
                另有<Link to={to('arrived')}>收到之日没有确定的{unconfirmed}件</Link>
                ，确认收到后才计入。
              </li>
            )}
          </ul>
        )}
      </Waiting>
      <OpenRemedies authorityId={authorityId} />
    </section>
  )
}

/** The reconsiderations and suits that are not decided today: without a result by the last day of the year they are counted again in the next. */
function OpenRemedies({ authorityId }: { readonly authorityId: string }) {
  const period = periodOf(new URLSearchParams(), todayInChina())
  const asked = useAsk<RequestCounts>(withQuery('/remedies/counts', { authorityId, ...period }))
  return (
    <Waiting asked={asked}>
      {({ cells }) => {
        const open = cells.filter(({ column, value }) => column === '尚未审结' && value)
        return (
          <ul className="follows">
            <li>
              行政复议、行政诉讼尚未审结
              {open.reduce((sum, { value }) => sum + (value ?? 0), 0)}件{open.length > 0 && '：'}
              {open.map(({ row, column, value }) => (
                <Link
                  key={row}
                  to={withQuery('/console/remedies/counted', {
                    ...{ authority: authorityId, ...period, row, column },
                  })}
                >
                  {row}
                  {value}件
                </Link>
              ))}
              。年底前没有结果的，本年计入“尚未审结”，下年继续统计。
            </li>
          </ul>
        )
      }}
    </Waiting>
  )
}
