import type { AnnualReport } from '@gongkai/report'
import type { ReportCheck, ReportView } from '@gongkai/web'
import { Tabs } from 'antd'
import { FindingsPanel } from '../../report/findings-panel.js'
import { FINDINGS_ID } from '../../report/focus.js'
import { ReadingPanel } from '../../report/reading-panel.js'
import { useSheet } from '../../report/sheet-context.js'
import { RemarkThread } from './remark-thread.js'
import type { Held } from './use-findings.js'
import { VersionList } from './versions/version-list.js'
import { WaivedList } from './waived-list.js'

/** What was found, what was said, and the versions, beside the report. */
export function SidePanel({
  view,
  check,
  waived,
  report,
  version,
  save,
  reload,
}: {
  readonly view: ReportView
  readonly check: ReportCheck | null
  readonly waived: readonly Held[]
  readonly report: AnnualReport
  /** Of the report, for what is written. */
  readonly version: () => number
  readonly save: () => Promise<boolean>
  readonly reload: () => void
}) {
  const { numbered } = useSheet()
  const waiting = view.remarks.filter(({ answer }) => answer === null).length
  return (
    <section className="side" aria-label="检查、意见和版本" id={FINDINGS_ID} tabIndex={-1}>
      <Tabs
        defaultActiveKey={waiting > 0 && view.report.state === 'returned' ? 'remarks' : 'findings'}
        items={[
          {
            key: 'findings',
            label: `检查 ${numbered.length}`,
            children: (
              <>
                {check ? (
                  <FindingsPanel />
                ) : (
                  <p className="nothing">还没有检查。改动后自动检查。</p>
                )}
                <WaivedList waived={waived} />
                <details className="reading-details">
                  <summary>读取情况和无法判断的规则</summary>
                  <ReadingPanel report={report} notAssessable={check?.notAssessable ?? []} />
                </details>
              </>
            ),
          },
          {
            key: 'remarks',
            label: waiting > 0 ? `意见 ${waiting}` : '意见',
            children: <RemarkThread view={view} />,
          },
          {
            key: 'versions',
            label: '版本',
            children: <VersionList view={view} version={version} save={save} reload={reload} />,
          },
        ]}
      />
    </section>
  )
}
