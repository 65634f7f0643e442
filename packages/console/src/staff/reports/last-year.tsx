import { cellsByKey, type PartKey, partText } from '@gongkai/report'
import type { ReportFile, ReportPage, ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { shownReport } from '../../state/shown.js'
import type { Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'

export type LastYear = {
  readonly year: number
  /** Whether there is one that the person may see. */
  readonly isThere: boolean
  /** Why it was not found out or not read; null where it was. */
  readonly refused: Refused | null
  readonly reload: () => void
  readonly isShown: boolean
  readonly setShown: (isShown: boolean) => void
  /** What stands below cells and parts while it is shown. */
  readonly slots: {
    readonly underCell?: (key: string) => ReactNode
    readonly underPart?: (part: PartKey) => ReactNode
  }
}

/** Last year's report of the same authority, to be shown beside this one; read only when it is asked for. */
export function useLastYear({ authorityId, reportYear }: ReportFile): LastYear {
  const [isShown, setShown] = useState(false)
  const year = reportYear - 1
  const list = useAsk<ReportPage>(withQuery('/reports', { year, authorityId }))
  const id = list.value?.items.find((one) => one.authorityId === authorityId)?.id
  const asked = useAsk<ReportView>(id && isShown ? `/reports/${id}` : null)
  const document = asked.value?.version?.document
  const slots = useMemo(() => {
    if (!document || !isShown) return {}
    const report = shownReport(document)
    const cells = cellsByKey(report)
    return {
      underCell: (key: string) => {
        const raw = cells.get(key)?.raw?.trim()
        return raw ? <span className="last-year">上年{raw}</span> : null
      },
      underPart: (part: PartKey) => {
        const text = partText(report, part)
        return text ? (
          <details className="last-year" open>
            <summary>上年本部分</summary>
            <p className="lines">{text}</p>
          </details>
        ) : null
      },
    }
  }, [document, isShown])
  const refused = list.refused ?? asked.refused
  const reload = () => (list.refused ? list : asked).reload()
  return { year, isThere: id !== undefined, refused, reload, isShown, setShown, slots }
}

/** Shows or hides last year's report. */
export function LastYearToggle({
  lastYear: { year, isThere, refused, reload, isShown, setShown },
}: {
  readonly lastYear: LastYear
}) {
  if (refused) {
    return (
      <p className="last-year-toggle" role="alert">
        {year}年度报告没有读出：{refused.message} <Button onClick={reload}>重新读取</Button>
      </p>
    )
  }
  if (!isThere) return null
  return (
    <label className="last-year-toggle">
      <input
        type="checkbox"
        checked={isShown}
        onChange={({ target }) => setShown(target.checked)}
      />{' '}
      对照{year}年度报告
    </label>
  )
}
