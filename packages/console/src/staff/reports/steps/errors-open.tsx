import { type CellRef, cellKey } from '@gongkai/report'
import type { CheckedFinding } from '@gongkai/web'
import { focusCell } from '../../../report/focus.js'
import { cellText, targetText } from '../../../words/words.js'
import type { Refused } from '../../api/call.js'
import { focusTarget } from '../use-findings.js'

/** The errors that keep a report from being handed in, each as the way to its place. */
export function ErrorsOpen({
  refused,
  onClose,
}: {
  readonly refused: Refused
  readonly onClose: () => void
}) {
  const findings = (refused.findings ?? []) as readonly CheckedFinding[]
  const unread = (refused.unread ?? []) as readonly CellRef[]
  const go = (there: () => void) => {
    onClose()
    requestAnimationFrame(there)
  }
  return (
    <ul className="errors-open">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${JSON.stringify(finding.target)}`}>
          <button
            type="button"
            className="link"
            onClick={() => go(() => focusTarget({ no: 0, finding }))}
          >
            {targetText(finding.target)}
          </button>
          ：{finding.message}
        </li>
      ))}
      {unread.map((cell) => (
        <li key={cellKey(cell)}>
          <button type="button" className="link" onClick={() => go(() => focusCell(cell))}>
            {cellText(cell)}
          </button>
          ：未读出，请对照原件填写。
        </li>
      ))}
    </ul>
  )
}
