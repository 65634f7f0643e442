import { isLocalDate, type LocalDate } from '@gongkai/law'
import { Button, Checkbox, Input, Select } from 'antd'
import { type Dispatch, lazy, Suspense, useState } from 'react'
import { withPublishedOn } from '../state/amend.js'
import { previousOf } from '../state/context.js'
import { type Item, isRead, nameOf, type ReadItem } from '../state/item.js'
import type { Action } from '../state/workspace.js'
import { FileButton } from '../ui/file-button.js'
import { Labelled } from '../ui/labelled.js'
import { useReport } from './report-context.js'

// The calendar is half as large as the page, and stands in a part that is folded.
const DayInput = lazy(async () => ({ default: (await import('../ui/day-input.js')).DayInput }))

/** What the report is held against: last year's report, those of the same year, the authority's full name. */
export function ConditionsPanel({
  items,
  dispatch,
  add,
}: {
  readonly items: readonly Item[]
  readonly dispatch: Dispatch<Action>
  readonly add: (files: readonly File[]) => readonly string[]
}) {
  const { item } = useReport()
  const { conditions } = item
  const previous = previousOf(item, items)
  const set = (changed: Partial<typeof conditions>) =>
    dispatch({ kind: 'conditions', id: item.id, conditions: changed })
  const addPrevious = (files: readonly File[]) => set({ previous: add(files)[0] ?? 'auto' })
  const chosen = items.find((one) => one.id === conditions.previous)
  return (
    <details className="conditions">
      <summary>核对条件：{previousText(previous, chosen)}</summary>
      <div className="fields">
        <Labelled label="上年报告">
          {(id) => (
            <Select
              id={id}
              value={
                chosen ? conditions.previous : conditions.previous === 'none' ? 'none' : 'auto'
              }
              options={previousOptions(item, items)}
              onChange={(value) => set({ previous: value })}
            />
          )}
        </Labelled>
        <FileButton className="plain" multiple={false} onFiles={addPrevious}>
          添加上年报告…
        </FileButton>
        <PublishedField
          day={item.saved.publishedOn}
          onChange={(day) => dispatch({ kind: 'amended', item: withPublishedOn(item, day) })}
        />
        <AuthorityField
          name={conditions.authority}
          read={item.saved.authority}
          onChange={(authority) => set({ authority })}
        />
        <Checkbox
          checked={conditions.siblings}
          onChange={({ target }) => set({ siblings: target.checked })}
        >
          与同年度的其他报告比对，查找照抄的段落
        </Checkbox>
      </div>
    </details>
  )
}

function previousText(previous: ReadItem | null, chosen: Item | undefined): string {
  if (previous) return `已与上年报告（${nameOf(previous.saved, previous.name)}）核对`
  if (chosen && chosen.stage === 'failed') return `上年报告未能读取：${chosen.failure?.message}`
  if (chosen) return '正在读取上年报告'
  return '没有上年报告，跨年度的规则无法判断'
}

function previousOptions(item: ReadItem, items: readonly Item[]) {
  const others = items.filter(isRead).filter(({ id }) => id !== item.id)
  const auto = previousOf({ ...item, conditions: { ...item.conditions, previous: 'auto' } }, items)
  return [
    { value: 'auto', label: `自动匹配（${auto ? nameOf(auto.saved, auto.name) : '没有找到'}）` },
    { value: 'none', label: '不与上年核对' },
    ...others.map(({ id, saved, name }) => ({ value: id, label: nameOf(saved, name) })),
  ]
}

/** The day takes effect when it is a whole one, or gone. */
function PublishedField({
  day,
  onChange,
}: {
  readonly day: LocalDate | null
  readonly onChange: (day: LocalDate | null) => void
}) {
  const [wrong, setWrong] = useState('')
  return (
    <Labelled label="公布日期">
      {(id) => (
        <Suspense>
          <DayInput
            id={id}
            isOptional
            value={day ?? ''}
            onChange={(text) => onChange(isLocalDate(text) ? text : null)}
            onWrong={setWrong}
          />
          {wrong && <p className="failure">{wrong}</p>}
        </Suspense>
      )}
    </Labelled>
  )
}

/** The name takes effect when it is complete, not with every stroke. */
function AuthorityField({
  name,
  read,
  onChange,
}: {
  readonly name: string
  readonly read: string | null
  readonly onChange: (name: string) => void
}) {
  const [text, setText] = useState(name)
  return (
    <form
      className="authority"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <Labelled label="机关全称">
        {(id) => (
          <Input
            id={id}
            value={text}
            placeholder={read ?? '未读出'}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
      <Button htmlType="submit" disabled={text.trim() === name}>
        按此名称核对
      </Button>
    </form>
  )
}
