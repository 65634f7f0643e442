import { type Cell, cellKey, type Target } from '@gongkai/report'
import { cellText, contentText, SEVERITY_NAMES } from '../words/words.js'
import type { Numbered } from './number-findings.js'
import { useSheet } from './sheet-context.js'

/** A value of the form. Its state shows by more than colour: by a word, a line, a pattern, a number. */
export function CellButton({
  cell,
  findings,
  isCorrected,
  remarks,
  isStop,
  onFocus,
  onEnter,
}: {
  readonly cell: Cell
  readonly findings: readonly Numbered[]
  readonly isCorrected: boolean
  /** What a reviewer said of it. */
  readonly remarks: readonly string[]
  /** Whether Tab stops here. */
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onEnter: () => void
}) {
  const { active } = useSheet()
  const own = findings.find(({ finding }) => isFirst(cell, finding.target))
  const classes = [
    'cell',
    `is-${cell.state}`,
    cell.inferred && 'inferred',
    isCorrected && 'corrected',
    remarks.length > 0 && 'remarked',
    own?.finding.severity,
    findings.some(({ no }) => no === active) && 'active',
  ]
  return (
    <button
      type="button"
      data-cell={cellKey(cell)}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isStop ? 0 : -1}
      data-findings={findings.map(({ no }) => no).join(',') || undefined}
      aria-label={label(cell, findings, isCorrected, remarks)}
      onFocus={onFocus}
      onClick={({ detail }) => {
        // Enter and Space click without a pointer.
        if (detail === 0) onEnter()
      }}
    >
      {shownText(cell)}
    </button>
  )
}

/** Of the cells of a finding the first is what it is about; the others only take part in the sum. */
function isFirst(cell: Cell, target: Target): boolean {
  const [first] = target.kind === 'cells' ? target.cells : []
  return first !== undefined && cellKey(first) === cellKey(cell)
}

function shownText({ state, raw }: Cell): string {
  if (state === 'unread') return '未读出'
  if (state === 'blank') return '空'
  return (raw ?? '').trim()
}

function label(
  cell: Cell,
  findings: readonly Numbered[],
  isCorrected: boolean,
  remarks: readonly string[],
): string {
  const parts = [
    cellText(cell),
    contentText(cell),
    cell.inferred && '由勾稽关系推定',
    isCorrected && '已更正',
    ...findings.map(({ no, finding }) => `第${no}条${SEVERITY_NAMES[finding.severity]}`),
    ...remarks.map((words) => `审阅意见：${words}`),
  ]
  return parts.filter(Boolean).join('，')
}
