import { cellKey, tableViews } from '@gongkai/report'
import type { RequestCounts } from '@gongkai/web'
import { Button } from 'antd'
import { useMemo } from 'react'
import { FormGrid } from '../../report/form-grid.js'
import { cellText } from '../../words/words.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { OwnRecordsPart } from './own-records-part.js'
import { type Period, periodOf } from './period.js'
import { PeriodChoice } from './period-choice.js'
import { NoRegister, useAuthorityId, WhichAuthority } from './use-authority.js'
import { YearEndPart } from './year-end-part.js'

/** Tables 3 and 4 of any period as the registers count them; each number leads to its cases. */
export function CountsPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  const { nameOf } = useRegister()
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title="统计" />
        <NoRegister />
      </div>
    )
  }
  const period = periodOf(query, todayInChina())
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title="依申请公开、复议诉讼统计">
        <Button onClick={() => print()}>打印</Button>
      </PageTitle>
      <div className="no-print">
        <WhichAuthority authorityId={authorityId} />
        <PeriodChoice period={period} />
      </div>
      <p>
        {nameOf(authorityId)}，{dayText(period.from)}至{dayText(period.to)}
        ，由台账统计。
      </p>
      {TABLES.map((one) => (
        <Counts key={one.table} of={one} authorityId={authorityId} period={period} />
      ))}
      <OwnRecordsPart authorityId={authorityId} period={period} />
      <YearEndPart authorityId={authorityId} />
    </div>
  )
}

type Counted = {
  readonly table: 'requests' | 'remedies'
  readonly title: string
  readonly how: string
}

const TABLES: readonly Counted[] = [
  {
    table: 'requests',
    title: '收到和处理政府信息公开申请情况',
    how: '办理结果按办结日期计，新收按收到之日计。',
  },
  {
    table: 'remedies',
    title: '政府信息公开行政复议、行政诉讼情况',
    how: '每件计一次，诉讼按最近审级的结果计；期末没有结果的计入“尚未审结”，下一期继续统计。',
  },
]

function Counts({
  of: { table, title, how },
  authorityId,
  period,
}: {
  readonly of: Counted
  readonly authorityId: string
  readonly period: Period
}) {
  const asked = useAsk<RequestCounts>(withQuery(`/${table}/counts`, { authorityId, ...period }))
  return (
    <section aria-labelledby={`counts-${table}`}>
      <h2 id={`counts-${table}`}>{title}</h2>
      <p className="about">{how}</p>
      <Waiting asked={asked}>
        {({ cells }) => <Table {...{ table, authorityId, period, cells }} />}
      </Waiting>
    </section>
  )
}

function Table({
  table,
  authorityId,
  period,
  cells,
}: RequestCounts & {
  readonly table: Counted['table']
  readonly authorityId: string
  readonly period: Period
}) {
  const view = tableViews(period.form).find((one) => one.table === table)
  const byKey = useMemo(() => new Map(cells.map((cell) => [cellKey(cell), cell])), [cells])
  if (!view) return null
  const draw = (key: string) => {
    const cell = byKey.get(key)
    if (!cell) return null
    const { row, column, value } = cell
    if (!value) return <span className="cell">{value}</span>
    const place = { authority: authorityId, ...period, row, column }
    return (
      <Link className="cell" to={withQuery(`/console/${table}/counted`, place)}>
        <span className="hidden">{cellText(cell)}：</span>
        {value}
      </Link>
    )
  }
  return (
    <div className="form-table sums">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
        <FormGrid view={view} value={draw} />
      </section>
    </div>
  )
}
