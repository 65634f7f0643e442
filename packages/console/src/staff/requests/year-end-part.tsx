import type { YearEnd } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { dayText } from '../words/authority-words.js'

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
    </section>
  )
}
