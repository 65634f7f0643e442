import { cellKey } from '@gongkai/report'
import type { RegisterComparison, ReportCheck } from '@gongkai/web'
import { useEffect, useRef } from 'react'
import { focusCell } from '../../../report/focus.js'
import { cellText } from '../../../words/words.js'
import { useAsk } from '../../api/use-ask.js'

/** 与台账不一致的数字: what stands in the draft as it was saved last, and what the register counts; nothing where the register holds nothing of that year. */
export function RegisterList({
  reportId,
  check,
}: {
  readonly reportId: string
  /** Comes anew with every save. */
  readonly check: ReportCheck | null
}) {
  const { value, reload } = useAsk<RegisterComparison>(`/reports/${reportId}/register`)
  const seen = useRef(check)
  useEffect(() => {
    if (seen.current === check) return
    seen.current = check
    reload()
  }, [check, reload])
  if (!value || value.differences.length === 0) return null
  const { differences } = value
  return (
    <details className="waived">
      <summary>与台账不一致的数字（{differences.length}）</summary>
      <ul>
        {differences.map(({ report, register, ...cell }) => (
          <li key={cellKey(cell)}>
            <button type="button" className="link" onClick={() => focusCell(cell)}>
              {cellText(cell)}
            </button>
            ：报告中{report === null ? '没有数字' : `为${report}`}，台账为{register}
          </li>
        ))}
      </ul>
    </details>
  )
}
