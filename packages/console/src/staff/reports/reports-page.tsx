import type { ReportPage } from '@gongkai/web'
import { allPages } from '../api/list-file.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { CarriedBy, StateText } from '../collections/board-table.js'
import { ExportButton } from '../form/export-button.js'
import { SelectField } from '../form/fields.js'
import { SearchForm } from '../form/search-form.js'
import { Waiting } from '../form/waiting.js'
import { setQuery } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { useRemembered } from '../router/remembered.js'
import { Total } from '../router/total.js'
import { useMe } from '../session/me.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { REPORT_STATES } from '../words/report-words.js'

const KEYS = ['year', 'authorityId', 'state', 'q', 'sort', 'after'] as const
const SORTS = { year: '年度从近到远', dueOn: '期限从早到晚', authority: '机关名册次序' }
/** The form of the whole country begins with this report year. */
const FIRST_YEAR = 2019

/** All reports that the person may see; what is asked for stands in the address. */
export function ReportsPage() {
  const me = useMe()
  const query = useRemembered(me.person.id)
  const asked = useAsk<ReportPage>(
    withQuery('/reports', {
      ...Object.fromEntries(KEYS.map((key) => [key, query.get(key)])),
      total: 'true',
    }),
  )
  return (
    <div className="sheet">
      <PageTitle title="年度报告">
        <ExportButton name="年度报告" head={HEAD} load={() => rowsOf(query)} />
      </PageTitle>
      <Search key={query.get('q')} query={query} />
      <Waiting asked={asked}>
        {({ items, next, total }) => (
          <>
            <Total total={total} unit="份" />
            <Table items={items} />
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

const HEAD = ['机关', '年度', '状态', '期限', '逾期天数', '实际公布日期']

/** The whole list as it is narrowed, for a file. */
async function rowsOf(query: URLSearchParams) {
  const values = Object.fromEntries(KEYS.map((key) => [key, query.get(key)]))
  const pages = await allPages<ReportPage>('/reports', { ...values, after: null })
  if (!pages.ok) return pages
  const items = pages.value.flatMap((page) => page.items)
  const rows = items.map(({ authority, reportYear, state, dueOn, daysLate, publishedOn }) => [
    ...[authority, reportYear, REPORT_STATES[state], dueOn, daysLate, publishedOn ?? ''],
  ])
  return { ok: true, value: rows } as const
}

function Search({ query }: { readonly query: URLSearchParams }) {
  const thisYear = Number(todayInChina().slice(0, 4))
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => thisYear - back)
  const choice = (key: string) => ({
    value: query.get(key) ?? '',
    onChange: (value: string) => setQuery({ [key]: value, after: '' }),
  })
  return (
    <SearchForm
      label="机关名称"
      q={query.get('q') ?? ''}
      before={
        <>
          <SelectField
            label="报告年度"
            isOptional
            options={[['', '全部'], ...years.map((one) => [`${one}`, `${one}年度`] as const)]}
            {...choice('year')}
          />
          <AuthorityPicker label="机关（含下级）" isOptional {...choice('authorityId')} />
          <SelectField
            label="状态"
            isOptional
            options={{ '': '全部', ...REPORT_STATES }}
            {...choice('state')}
          />
          <SelectField
            label="排序"
            options={SORTS}
            value={query.get('sort') ?? 'year'}
            onChange={(sort) => setQuery({ sort: sort === 'year' ? '' : sort, after: '' })}
          />
        </>
      }
    />
  )
}

function Table({ items }: Pick<ReportPage, 'items'>) {
  if (items.length === 0) return <p className="nothing">没有符合条件的报告。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="年度报告列表，可左右滚动">
      <table className="plain-table roomy">
        <caption>本页{items.length}份</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">年度</th>
            <th scope="col">状态</th>
            <th scope="col">期限</th>
            <th scope="col">实际公布日期</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/console/reports/${row.id}`}>{row.authority}</Link>
                <CarriedBy {...row} />
              </th>
              <td className="count">{row.reportYear}</td>
              <td>
                <StateText {...row} />
              </td>
              <td>
                {dayText(row.dueOn)}
                {row.daysLate > 0 && <span className="failure">（逾期{row.daysLate}天）</span>}
              </td>
              <td>{row.publishedOn ? dayText(row.publishedOn) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
