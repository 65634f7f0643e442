import { Input, Select } from 'antd'
import { type Filter, type Row, type Show, yearsOf } from './rows.js'

const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: '全部结果' },
  { value: 'error', label: '有错误的' },
  { value: 'warning', label: '有警告的' },
  { value: 'note', label: '有提示的' },
  { value: 'unread', label: '有未读出单元格的' },
  { value: 'failed', label: '未能读取的' },
]

/** Narrows the overview by words, by what was found, and by year. */
export function Filters({
  rows,
  filter,
  onChange,
}: {
  readonly rows: readonly Row[]
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) {
  const years = yearsOf(rows).map((year) => ({ value: `${year}`, label: `${year}年度` }))
  return (
    <search className="filters" aria-label="筛选报告">
      <Input
        aria-label="按文件名、机关或标题筛选"
        placeholder="文件名、机关或标题"
        allowClear
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <Select
        aria-label="按核对结果筛选"
        options={[...SHOWN]}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show })}
      />
      <Select
        aria-label="按年度筛选"
        options={[{ value: '', label: '全部年度' }, ...years]}
        value={filter.year === null ? '' : `${filter.year}`}
        onChange={(year) => onChange({ ...filter, year: year === '' ? null : Number(year) })}
      />
    </search>
  )
}
