import type { ReactNode } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { periodOf } from './period.js'

/** The cases that one number of a table counts, as its address says. */
export function CountedSheet<T extends { readonly next: string | null }>({
  table,
  title,
  children,
}: {
  readonly table: 'requests' | 'remedies'
  /** Of the cell that the number stands in. */
  readonly title: (row: string, column: string) => string
  /** The cases; null where there are none. */
  readonly children: (page: T) => ReactNode
}) {
  const { query } = useAddress()
  const period = periodOf(query, todayInChina())
  const [row, column, authorityId] = ['row', 'column', 'authority'].map((key) => query.get(key))
  const values = { authorityId, ...period, row, column, after: query.get('after') }
  const asked = useAsk<T>(withQuery(`/${table}/counted`, values))
  const counts = { authority: authorityId, from: period.from, to: period.to }
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
        <Link to={withQuery('/console/requests/counts', counts)}>统计</Link>
      </nav>
      <PageTitle title={title(row ?? '', column ?? '')} />
      <p>
        {dayText(period.from)}至{dayText(period.to)}
      </p>
      <Waiting asked={asked}>
        {(page) => (
          <>
            {children(page) ?? <p className="nothing">这一格现在没有统计到任何一件。</p>}
            <Pager next={page.next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}
