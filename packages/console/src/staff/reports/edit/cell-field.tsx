import { type Cell, cellKey } from '@gongkai/report'
import { memo } from 'react'
import type { Numbered } from '../../../report/number-findings.js'
import { cellText, SEVERITY_NAMES } from '../../../words/words.js'
import type { Total } from './live-sums.js'

/** A cell of the form to be typed in; below a total what its parts come to, where it says something else. */
export const CellField = memo(Field, isSame)

type Props = {
  readonly cell: Cell
  readonly totals: readonly Total[]
  readonly findings: readonly Numbered[]
  /** What a reviewer said of it. */
  readonly remarks: readonly string[]
  /** Whether Tab stops here. */
  readonly isStop: boolean
  readonly onType: (text: string) => void
}

function Field({ cell, totals, findings, remarks, isStop, onType }: Props) {
  // Of the cells of a finding the first is what it is about; the others only take part in the sum.
  const own = findings.find(({ finding: { target } }) => {
    const [first] = target.kind === 'cells' ? target.cells : []
    return first !== undefined && cellKey(first) === cellKey(cell)
  })
  const isUnread = cell.state === 'unread'
  const wrong = totals.filter(({ sum }) => sum !== null && sum !== (numberOf(cell) ?? 0))
  const says = wrong.map(({ label, sum }) => `${label}为${sum}`).join('；')
  const label = [
    cellText(cell),
    isUnread && '未读出，请对照原件填写',
    cell.inferred && '由上年数据或者勾稽关系推定，请核对',
    says,
    ...findings.map(({ no, finding }) => `第${no}条${SEVERITY_NAMES[finding.severity]}`),
    ...remarks.map((words) => `审阅意见：${words}`),
  ]
  const classes = [
    'field-cell',
    `is-${cell.state}`,
    cell.inferred && 'inferred',
    remarks.length > 0 && 'remarked',
  ]
  return (
    <span
      className={[...classes, own?.finding.severity].filter(Boolean).join(' ')}
      data-findings={findings.map(({ no }) => no).join(',') || undefined}
    >
      <input
        data-cell={cellKey(cell)}
        tabIndex={isStop ? 0 : -1}
        aria-label={label.filter(Boolean).join('，')}
        title={[says, ...remarks].filter(Boolean).join('；') || undefined}
        inputMode="decimal"
        autoComplete="off"
        placeholder={isUnread ? '未读出' : undefined}
        value={isUnread ? '' : (cell.raw ?? '')}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onType(target.value)}
      />
      {wrong.length > 0 && (
        <span className="sum" aria-hidden="true">
          应为{[...new Set(wrong.map(({ sum }) => sum))].join('或')}
        </span>
      )}
    </span>
  )
}

/** Two hundred cells: one that shows the same is not drawn anew. */
function isSame(a: Props, b: Props): boolean {
  const sums = (totals: readonly Total[]) => totals.map(({ sum }) => sum).join()
  const numbers = (findings: readonly Numbered[]) =>
    findings.map(({ no, finding }) => `${no}${finding.severity}`).join()
  return (
    a.cell === b.cell &&
    a.isStop === b.isStop &&
    a.remarks.join() === b.remarks.join() &&
    sums(a.totals) === sums(b.totals) &&
    numbers(a.findings) === numbers(b.findings)
  )
}

function numberOf({ state, value }: Cell): number | null {
  return state === 'number' ? value : null
}
