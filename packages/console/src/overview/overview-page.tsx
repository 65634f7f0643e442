import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { WorkspaceHandle } from '../state/use-workspace.js'
import { DropZone } from './drop-zone.js'
import { Filters } from './filters.js'
import { OverviewActions } from './overview-actions.js'
import { OverviewTable } from './overview-table.js'
import { ReadingProgress } from './reading-progress.js'
import { NO_FILTER, type Sort, selectRows, toRows } from './rows.js'

/** All files: what they are, what was found in each, and what became of those that could not be read. */
export function OverviewPage({
  workspace: { items, dispatch, add },
  show,
}: {
  readonly workspace: WorkspaceHandle
  readonly show: (id: string) => void
}) {
  const [filter, setFilter] = useState(NO_FILTER)
  const [sort, setSort] = useState<Sort | null>(null)
  const rows = useMemo(() => toRows(items), [items])
  const selected = useMemo(() => selectRows(rows, filter, sort), [rows, filter, sort])
  const isEmpty = items.length === 0
  const heading = useHeadingFocus(!isEmpty)
  return (
    <div className="overview">
      <h1 ref={heading} tabIndex={-1}>
        {isEmpty ? '核对政府信息公开工作年度报告' : '报告总表'}
      </h1>
      {isEmpty && (
        <p className="intro">
          逐格读出报告中的表格，核对勾稽关系、文字与表格是否一致、格式、名称、错别字和上年数据；每一处问题注明位置和依据，可以当场更正并按规定格式导出。
        </p>
      )}
      <DropZone add={add} isEmpty={isEmpty} />
      <ReadingProgress items={items} dispatch={dispatch} />
      {!isEmpty && (
        <section aria-label="全部报告">
          <div className="toolbar">
            <Filters rows={rows} filter={filter} onChange={setFilter} />
            <OverviewActions items={items} dispatch={dispatch} />
          </div>
          <OverviewTable
            rows={selected}
            total={rows.length}
            sort={sort}
            onSort={setSort}
            onClear={() => setFilter(NO_FILTER)}
            dispatch={dispatch}
            show={show}
          />
        </section>
      )}
    </div>
  )
}

/** Gives the heading the focus when the overview comes back from a report. */
function useHeadingFocus(isBack: boolean): RefObject<HTMLHeadingElement | null> {
  const ref = useRef<HTMLHeadingElement>(null)
  const wasBack = useRef(isBack)
  useEffect(() => {
    if (wasBack.current) ref.current?.focus()
  }, [])
  return ref
}
