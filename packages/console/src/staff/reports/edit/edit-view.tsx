import type { SavedReport } from '@gongkai/report'
import type { ReportView } from '@gongkai/web'
import { useMemo } from 'react'
import { SheetContext } from '../../../report/sheet-context.js'
import type { RuleNames } from '../../../state/use-rules.js'
import { LastYearToggle, useLastYear } from '../last-year.js'
import { PartRemarks, remarkedIn } from '../remarked.js'
import { ReportHead } from '../report-head.js'
import { SidePanel } from '../side-panel.js'
import { StepActions } from '../steps/step-actions.js'
import { sheetOf, useFindings } from '../use-findings.js'
import { DraftConflict } from './draft-conflict.js'
import { EditPaper } from './edit-paper.js'
import { RegisterList } from './register-list.js'
import { SaveState } from './save-state.js'
import { useDraft } from './use-draft.js'
import { WaiveButton } from './waive-button.js'

/** The report as it is written: the form on the left; what was found, said and saved before on the right. */
export function EditView({
  view,
  saved,
  rules,
  reload,
}: {
  readonly view: ReportView
  readonly saved: SavedReport
  readonly rules: RuleNames
  readonly reload: () => void
}) {
  const draft = useDraft(view, saved)
  const { document, check, setCheck, keeping, save, version } = draft
  const findings = useFindings(check, rules)
  const lastYear = useLastYear(view.report)
  const { id } = view.report
  const { remarks } = view
  const { underCell, underPart } = lastYear.slots
  const remarked = useMemo(() => remarkedIn(document, remarks), [document, remarks])
  const sheet = useMemo(
    () =>
      sheetOf(findings, document, {
        ...{ cellCard: () => null, remarked, ...(underCell && { underCell }) },
        underPart: (part) => (
          <>
            <PartRemarks part={part} remarked={remarked} />
            {underPart?.(part)}
          </>
        ),
        findingActions: (numbered) => (
          <WaiveButton numbered={numbered} reportId={id} save={save} onChecked={setCheck} />
        ),
      }),
    [findings, document, remarked, underCell, underPart, id, save, setCheck],
  )
  return (
    <SheetContext value={sheet}>
      <div className="report-page">
        <ReportHead view={view} isWritten />
        <div className="head-line">
          <SaveState keeping={keeping} retry={() => void save()} />
          <LastYearToggle lastYear={lastYear} />
          <StepActions view={view} version={version} save={save} reload={reload} />
        </div>
        <RegisterList report={view.report} check={check} />
        <div className="beside">
          <EditPaper draft={draft} />
          <SidePanel
            view={view}
            check={check}
            waived={findings.waived}
            report={document}
            version={version}
            save={save}
            reload={reload}
          />
        </div>
      </div>
      {keeping.kind === 'conflict' && (
        <DraftConflict mine={document} conflict={keeping} settle={draft.settle} reload={reload} />
      )}
    </SheetContext>
  )
}
