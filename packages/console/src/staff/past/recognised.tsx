import type { SavedReport } from '@gongkai/report'
import type { PastCheck } from '@gongkai/web'
import { useMemo } from 'react'
import { FindingsPanel } from '../../report/findings-panel.js'
import { FINDINGS_ID } from '../../report/focus.js'
import { Paper } from '../../report/paper.js'
import { ReadingPanel } from '../../report/reading-panel.js'
import { SheetContext } from '../../report/sheet-context.js'
import { shownReport } from '../../state/shown.js'
import { useRules } from '../../state/use-rules.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { ReadCard } from '../reports/read/read-card.js'
import { sheetOf, useFindings } from '../reports/use-findings.js'

/** What was read of a file, with what is found in it as the report of the authority and the year that are chosen. */
export function Recognised({
  id,
  reading,
  targetId,
  year,
}: {
  readonly id: string
  readonly reading: SavedReport
  readonly targetId: string
  readonly year: string
}) {
  const reportYear = /^20\d\d$/.test(year) ? year : null
  const check = useAsk<PastCheck>(withQuery(`/past/items/${id}/check`, { targetId, reportYear }))
  const findings = useFindings(check.value, useRules())
  const report = shownReport(reading)
  const sheet = useMemo(
    () =>
      sheetOf(findings, report, {
        findingActions: () => null,
        cellCard: (cell, wrapper, onClose) => (
          <ReadCard {...{ cell, wrapper, onClose }} add={null} />
        ),
      }),
    [findings, report],
  )
  return (
    <SheetContext value={sheet}>
      <div className="recognised">
        <section className="side" aria-label="检查" id={FINDINGS_ID} tabIndex={-1}>
          <h2>检查（{findings.numbered.length}）</h2>
          <Waiting asked={check}>
            {({ notAssessable }) => (
              <>
                <FindingsPanel />
                <details className="reading-details">
                  <summary>读取情况和无法判断的规则</summary>
                  <ReadingPanel report={report} notAssessable={notAssessable} />
                </details>
              </>
            )}
          </Waiting>
        </section>
        <Paper />
      </div>
    </SheetContext>
  )
}
