import { Button } from 'antd'
import type { Dispatch } from 'react'
import type { Action } from '../state/workspace.js'
import { OverviewRow } from './overview-row.js'
import type { Row, Sort, SortKey } from './rows.js'

const COLUMNS: readonly { readonly key: SortKey | null; readonly name: string }[] = [
  { key: 'name', name: '文件' },
  { key: 'authority', name: '行政机关' },
  { key: 'year', name: '年度' },
  { key: null, name: '格式' },
  { key: 'error', name: '错误' },
  { key: 'warning', name: '警告' },
  { key: 'note', name: '提示' },
  { key: 'unread', name: '未读出' },
  { key: null, name: '状态' },
  { key: null, name: '操作' },
]

/** The files as a table that can be sorted. */
export function OverviewTable({
  rows,
  total,
  sort,
  onSort,
  onClear,
  dispatch,
  show,
}: {
  readonly rows: readonly Row[]
  /** Of how many files these were selected. */
  readonly total: number
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  readonly onClear: () => void
  readonly dispatch: Dispatch<Action>
  readonly show: (id: string) => void
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="报告总表，可左右滚动">
      <table className="overview-table">
        <caption>
          {rows.length === total ? `共${total}份` : `共${total}份，筛选出${rows.length}份`}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map(({ key, name }) => (
              <HeaderCell key={name} column={key} name={name} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OverviewRow key={row.item.id} row={row} dispatch={dispatch} show={show} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="nothing">
          没有符合筛选条件的报告。 <Button onClick={onClear}>清除筛选条件</Button>
        </p>
      )}
    </section>
  )
}

function HeaderCell({
  column,
  name,
  sort,
  onSort,
}: {
  readonly column: SortKey | null
  readonly name: string
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}) {
  if (column === null) return <th scope="col">{name}</th>
  const isSorted = sort?.key === column
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" onClick={() => onSort(nextSort(column, sort))}>
        {name}
        <span aria-hidden="true">{isSorted ? (sort.descending ? ' ▼' : ' ▲') : ' ↕'}</span>
      </button>
    </th>
  )
}

/** Counts begin with the most, words with the first; the third time the order is again that of coming. */
function nextSort(key: SortKey, sort: Sort | null): Sort | null {
  const first = key !== 'name' && key !== 'authority'
  if (sort?.key !== key) return { key, descending: first }
  return sort.descending === first ? { key, descending: !first } : null
}
