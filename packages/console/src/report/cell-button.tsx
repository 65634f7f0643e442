import { type Cell, cellKey } from '@gongkai/report'
import { cellText, contentText, SEVERITY_NAMES } from '../words/words.js'
import type { Numbered } from './number-findings.js'
import { useReport } from './report-context.js'

/** A value of the form. Its state shows by more than colour: by a word, a line, a pattern, a number. */
export function CellButton({
  cell,
  findings,
  isCorrected,
  isStop,
  onFocus,
  onEnter,
}: {
  readonly cell: Cell
  readonly findings: readonly Numbered[]
  readonly isCorrected: boolean
  /** Whether Tab stops here. */
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onEnter: () => void
}) {
  const { active } = useReport()
  const [gravest] = findings
  const classes = [
    'cell',
    cell.state,
    cell.inferred && 'inferred',
    isCorrected && 'corrected',
    gravest?.finding.severity,
    findings.some(({ no }) => no === active) && 'active',
  ]
  return (
    <button
      type="button"
      data-cell={cellKey(cell)}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isStop ? 0 : -1}
      aria-label={label(cell, findings, isCorrected)}
      onFocus={onFocus}
      onClick={({ detail }) => {
        // Enter and Space click without a pointer.
        if (detail === 0) onEnter()
      }}
    >
      {shownText(cell)}
      {gravest && (
        <span className="corner">
          {findings
            .map(({ no }) => no)
            .slice(0, 2)
            .join(',')}
        </span>
      )}
    </button>
  )
}

function shownText({ state, raw }: Cell): string {
  if (state === 'unread') return '未读出'
  if (state === 'blank') return '空'
  return (raw ?? '').trim()
}

function label(cell: Cell, findings: readonly Numbered[], isCorrected: boolean): string {
  const parts = [
    cellText(cell),
    contentText(cell),
    cell.inferred && '由勾稽关系推定',
    isCorrected && '已更正',
    ...findings.map(({ no, finding }) => `第${no}条${SEVERITY_NAMES[finding.severity]}`),
  ]
  return parts.filter(Boolean).join('，')
}
