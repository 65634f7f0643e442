import { cellKey } from '@gongkai/report'
import type { RegisterComparison, ReportCheck, ReportHead } from '@gongkai/web'
import { useEffect, useRef } from 'react'
import { focusCell } from '../../../report/focus.js'
import { cellText } from '../../../words/words.js'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { Link } from '../../router/link.js'

type Difference = RegisterComparison['differences'][number]

/** 与台账不一致的数字: what stands in the draft as it was saved last, and what the register counts; nothing where the register holds nothing of that year. The register's number opens its cases. */
export function RegisterList({
  report: { id, authorityId, reportYear },
  check,
}: {
  readonly report: Pick<ReportHead, 'id' | 'authorityId' | 'reportYear'>
  /** Comes anew with every save. */
  readonly check: ReportCheck | null
}) {
  const { value, reload } = useAsk<RegisterComparison>(`/reports/${id}/register`)
  const seen = useRef(check)
  useEffect(() => {
    if (seen.current === check) return
    seen.current = check
    reload()
  }, [check, reload])
  if (!value) return null
  const { differences, fees } = value
  const year = { from: `${reportYear}-01-01`, to: `${reportYear}-12-31` }
  const casesOf = ({ table, row, column }: Pick<Difference, 'table' | 'row' | 'column'>) =>
    withQuery(`/console/${table}/counted`, { authority: authorityId, ...year, row, column })
  const count = differences.length + (fees ? 1 : 0)
  if (count === 0) return null
  return (
    <details className="waived">
      <summary>与台账不一致的内容（{count}）</summary>
      <ul>
        {differences.map(({ report, register, ...cell }) => (
          <li key={cellKey(cell)}>
            <button type="button" className="link" onClick={() => focusCell(cell)}>
              {cellText(cell)}
            </button>
            ：报告中{report === null ? '没有数字' : `为${report}`}，台账为
            <Link to={casesOf(cell)}>{register}</Link>
          </li>
        ))}
        {fees && (
          <li>
            第六部分没有写明台账的信息处理费情况，或者与台账不同，台账为：
            <span className="lines">{fees}</span>
          </li>
        )}
      </ul>
    </details>
  )
}
