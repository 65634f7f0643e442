import { cellKey, tableViews } from '@gongkai/report'
import type { Collection, Consolidation } from '@gongkai/web'
import { useMemo, useState } from 'react'
import { FormGrid } from '../../report/form-grid.js'
import { cellText } from '../../words/words.js'
import { FileLink } from '../api/file-link.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { ConsolidationLists } from './consolidation-lists.js'
import { SourcesDialog, sumText } from './sources-dialog.js'

type SummedCell = Consolidation['cells'][number]

/** The sums of the accepted reports of a year, with what may not be added, and the way from each sum to its sources. */
export function ConsolidationPage({ id }: { readonly id: string }) {
  const collection = useAsk<Collection>(`/collections/${id}`)
  const asked = useAsk<Consolidation>(`/collections/${id}/consolidation`)
  const year = collection.value?.reportYear
  return (
    <div className="sheet">
      <PageTitle title={year ? `${year}年度报告汇总` : '年度报告汇总'} />
      <div className="actions">
        <Link to={`/console/collections/${id}`}>返回各机关进度</Link>
        {asked.value && (
          <FileLink
            path={`/collections/${id}/consolidation.xlsx`}
            name={`${year ?? ''}年度报告汇总.xlsx`}
          >
            导出汇总表
          </FileLink>
        )}
      </div>
      <Waiting asked={asked}>{(value) => <Sums value={value} />}</Waiting>
    </div>
  )
}

function Sums({ value }: { readonly value: Consolidation }) {
  const [open, setOpen] = useState<SummedCell | null>(null)
  const { form, cells, notAdded, differences } = value
  const views = useMemo(() => tableViews(form), [form])
  const byKey = useMemo(() => new Map(cells.map((cell) => [cellKey(cell), cell])), [cells])
  const left = new Set(notAdded.flatMap((one) => one.cells.map(cellKey)))
  const differing = new Set((differences ?? []).map(({ cell }) => cellKey(cell)))
  const draw = (key: string) => {
    const cell = byKey.get(key)
    if (!cell) return null
    const marks = [
      left.has(key) && '有未计入的数据',
      differing.has(key) && '与本级报告不符',
    ].filter((mark) => mark !== false)
    return (
      <button
        type="button"
        data-cell={key}
        className={['cell', left.has(key) && 'error', differing.has(key) && 'warning']
          .filter(Boolean)
          .join(' ')}
        aria-label={[cellText(cell), sumText(cell), ...marks].join('，')}
        onClick={() => setOpen(cell)}
      >
        {sumText(cell)}
        {left.has(key) && <span aria-hidden="true">※</span>}
        {differing.has(key) && <span aria-hidden="true">≠</span>}
      </button>
    )
  }
  return (
    <>
      <ConsolidationLists
        value={value}
        onCell={(ref) => setOpen(byKey.get(cellKey(ref)) ?? null)}
      />
      <p className="about">
        选择数据可查看各机关的来源。※ 该格有不能相加、未计入的数据；≠ 与本级报告的数据不符。
      </p>
      {views.map((view) => (
        <section key={view.table} aria-label={view.name}>
          <h2>{view.name}</h2>
          <div className="form-table sums">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
              <FormGrid view={view} value={draw} />
            </section>
          </div>
        </section>
      ))}
      {open && (
        <SourcesDialog
          cell={open}
          reports={value.reports}
          notAdded={notAdded.filter((one) =>
            one.cells.some((ref) => cellKey(ref) === cellKey(open)),
          )}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
