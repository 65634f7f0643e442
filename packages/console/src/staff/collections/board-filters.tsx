import type { Board } from '@gongkai/web'
import { SelectField } from '../form/fields.js'
import { SearchForm } from '../form/search-form.js'
import { setQuery } from '../router/address.js'
import { REPORT_STATES } from '../words/report-words.js'

const SORTS = { authority: '机关名册次序', dueOn: '期限从早到晚', state: '办理状态' }

/** The counts of every state, each a filter; then by name and in which order. */
export function BoardFilters({
  counts: { states, late, checksFailed },
  query,
}: {
  readonly counts: Board['counts']
  readonly query: URLSearchParams
}) {
  const state = query.get('state') ?? ''
  const all = states.reduce((sum, { count }) => sum + count, 0)
  const isAll = state === '' && !query.has('late') && !query.has('checksFailed')
  const only = (values: Readonly<Record<string, string>>) =>
    setQuery({ state: '', late: '', checksFailed: '', after: '', ...values })
  return (
    <>
      <fieldset className="chips">
        <legend className="hidden">按状态筛选</legend>
        <Chip label="全部" count={all} isOn={isAll} onClick={() => only({})} />
        {Object.entries(REPORT_STATES).map(([key, label]) => (
          <Chip
            key={key}
            label={label}
            count={states.find((one) => one.state === key)?.count ?? 0}
            isOn={state === key}
            onClick={() => only({ state: state === key ? '' : key })}
          />
        ))}
        <Chip
          label="检查未通过"
          count={checksFailed}
          isOn={query.get('checksFailed') === 'true'}
          onClick={() => only({ checksFailed: query.has('checksFailed') ? '' : 'true' })}
        />
        <Chip
          label="逾期"
          count={late}
          isOn={query.get('late') === 'true'}
          onClick={() => only({ late: query.has('late') ? '' : 'true' })}
        />
      </fieldset>
      <Search key={query.get('q')} query={query} />
    </>
  )
}

function Chip({
  label,
  count,
  isOn,
  onClick,
}: {
  readonly label: string
  readonly count: number
  readonly isOn: boolean
  readonly onClick: () => void
}) {
  return (
    <button type="button" className="toggle" aria-pressed={isOn} onClick={onClick}>
      {label} {count}
    </button>
  )
}

function Search({ query }: { readonly query: URLSearchParams }) {
  return (
    <SearchForm
      label="机关名称"
      q={query.get('q') ?? ''}
      after={
        <SelectField
          label="排序"
          options={SORTS}
          value={query.get('sort') ?? 'authority'}
          onChange={(sort) => setQuery({ sort: sort === 'authority' ? '' : sort, after: '' })}
        />
      }
    />
  )
}
