import type { Binding, SavedReport } from '@gongkai/report'
import type { ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Paper } from '../../../report/paper.js'
import { SheetContext } from '../../../report/sheet-context.js'
import { shownReport } from '../../../state/shown.js'
import type { RuleNames } from '../../../state/use-rules.js'
import { LastYearToggle, useLastYear } from '../last-year.js'
import { PartRemarks, remarkedIn } from '../remarked.js'
import { ReportHead } from '../report-head.js'
import { SidePanel } from '../side-panel.js'
import { StepActions } from '../steps/step-actions.js'
import { sheetOf, useFindings } from '../use-findings.js'
import { BoundList } from './bound-list.js'
import { PartRemark } from './part-remark.js'
import { ReadCard } from './read-card.js'

const NONE: readonly Binding[] = []

/** The report as it is read and decided on: with its findings, last year beside it, and remarks on cells and passages. */
export function ReadView({
  view,
  saved,
  rules,
  reload,
  onCorrect,
}: {
  readonly view: ReportView
  readonly saved: SavedReport
  readonly rules: RuleNames
  readonly reload: () => void
  /** Begins a correction of what is published, where the person may. */
  readonly onCorrect?: () => void
}) {
  const report = shownReport(saved)
  const { bindings = NONE } = saved
  const { check, steps } = view
  const findings = useFindings(check, rules)
  const lastYear = useLastYear(view.report)
  const [remarks, setRemarks] = useState(view.remarks)
  const mayRemark = steps.includes('return')
  const { id, version } = view.report
  const shown = useMemo(() => ({ ...view, remarks }), [view, remarks])
  const sheet = useMemo(() => {
    const add = {
      id,
      version,
      onDone: (one: (typeof remarks)[number]) => setRemarks((all) => [...all, one]),
    }
    const { underCell, underPart } = lastYear.slots
    const remarked = remarkedIn(report, remarks)
    return sheetOf(findings, report, {
      bindings,
      remarked,
      findingActions: () => null,
      cellCard: (cell, wrapper, onClose) => (
        <ReadCard
          key={`${cell.table} ${cell.row} ${cell.column}`}
          {...{ cell, wrapper, onClose }}
          add={mayRemark ? add : null}
        />
      ),
      ...(underCell && { underCell }),
      underPart: (part) => (
        <>
          <BoundList part={part} />
          <PartRemarks part={part} remarked={remarked} />
          {underPart?.(part)}
          {mayRemark && <PartRemark part={part} add={add} />}
        </>
      ),
    })
  }, [findings, report, bindings, lastYear.slots, remarks, mayRemark, id, version])
  const done = async () => true
  return (
    <SheetContext value={sheet}>
      <div className="report-page">
        <ReportHead view={view} />
        <div className="head-line">
          <LastYearToggle lastYear={lastYear} />
          {onCorrect && <Button onClick={onCorrect}>起草更正</Button>}
          <StepActions view={shown} version={() => version} save={done} reload={reload} />
        </div>
        <div className="beside">
          <Paper title="报告" />
          <SidePanel
            view={shown}
            check={check}
            waived={findings.waived}
            report={report}
            version={() => version}
            save={done}
            reload={reload}
          />
        </div>
      </div>
    </SheetContext>
  )
}
