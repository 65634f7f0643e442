import { cellKey } from '@gongkai/report'
import { useEffect, useMemo } from 'react'
import type { ReadItem } from '../state/item.js'
import type { RuleNames } from '../state/use-rules.js'
import type { WorkspaceHandle } from '../state/use-workspace.js'
import { CellCard } from './cell-card.js'
import { FindingActions } from './finding-actions.js'
import { FindingsSheet } from './findings-sheet.js'
import { Paper } from './paper.js'
import { ReportContext, type ReportHandle } from './report-context.js'
import { ReportHead } from './report-head.js'
import { SheetContext, type SheetHandle } from './sheet-context.js'
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
  const sheet = useMemo(() => toSheet(handle), [handle])
  useEffect(() => document.getElementById('report-title')?.focus(), [])
  return (
    <ReportContext value={handle}>
      <SheetContext value={sheet}>
        <div className="report-page">
          <ReportHead workspace={workspace} show={show} />
          <div className="beside">
            <Paper />
            <SidePanel />
          </div>
        </div>
        <FindingsSheet />
      </SheetContext>
    </ReportContext>
  )
}

/** Here cells and text are corrected where they stand. */
function toSheet(handle: ReportHandle): SheetHandle {
  return {
    ...handle,
    corrections: handle.item.saved.corrections ?? [],
    findingActions: (numbered) => <FindingActions numbered={numbered} />,
    cellCard: (cell, wrapper, onClose) => (
      <CellCard key={cellKey(cell)} cell={cell} wrapper={wrapper} onClose={onClose} />
    ),
  }
}
