import { useEffect } from 'react'
import type { ReadItem } from '../state/item.js'
import type { RuleNames } from '../state/use-rules.js'
import type { WorkspaceHandle } from '../state/use-workspace.js'
import { FindingsSheet } from './findings-sheet.js'
import { Paper } from './paper.js'
import { ReportContext } from './report-context.js'
import { ReportHead } from './report-head.js'
import { SidePanel } from './side-panel.js'
import { useReportHandle } from './use-report-handle.js'

/** One report: as read on the left, what was found on the right. */
export function ReportPage({
  item,
  workspace,
  rules,
  show,
}: {
  readonly item: ReadItem
  readonly workspace: WorkspaceHandle
  readonly rules: RuleNames
  readonly show: (id: string | null) => void
}) {
  const handle = useReportHandle(item, workspace.dispatch, rules)
  useEffect(() => document.getElementById('report-title')?.focus(), [])
  return (
    <ReportContext value={handle}>
      <div className="report-page">
        <ReportHead workspace={workspace} show={show} />
        <div className="beside">
          <Paper />
          <SidePanel />
        </div>
      </div>
      <FindingsSheet />
    </ReportContext>
  )
}
