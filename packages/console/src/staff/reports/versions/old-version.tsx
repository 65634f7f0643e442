import type { ReportView } from '@gongkai/web'
import { useMemo } from 'react'
import { Paper } from '../../../report/paper.js'
import { SheetContext } from '../../../report/sheet-context.js'
import { shownReport } from '../../../state/shown.js'
import { useRules } from '../../../state/use-rules.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { navigate } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { BoundList } from '../read/bound-list.js'
import { ReadCard } from '../read/read-card.js'
import { sheetOf, useFindings } from '../use-findings.js'
import { VersionList } from './version-list.js'

/** An earlier version, to be looked at. */
export function OldVersion({
  view,
  no,
  reload,
}: {
  readonly view: ReportView
  readonly no: number
  readonly reload: () => void
}) {
  const { id, authority, reportYear, version } = view.report
  const asked = useAsk<ReportView>(`/reports/${id}/versions/${no}`)
  return (
    <div className="report-page">
      <section className="report-head" aria-label="报告概况">
        <PageTitle title={`${authority}${reportYear}年度报告：第${no}版`} />
        <p>
          <Link to={`/console/reports/${id}`}>返回现在的版本</Link>
        </p>
      </section>
      <div className="beside">
        <Waiting asked={asked}>{(old) => <Shown view={old} />}</Waiting>
        <section className="side" aria-label="版本">
          <VersionList
            view={view}
            version={() => version}
            save={async () => true}
            reload={() => {
              navigate(`/console/reports/${id}`, 'replace')
              reload()
            }}
          />
        </section>
      </div>
    </div>
  )
}

function Shown({ view: { version, check } }: { readonly view: ReportView }) {
  const findings = useFindings(check, useRules())
  const report = version && shownReport(version.document)
  const bindings = version?.document.bindings
  const sheet = useMemo(
    () =>
      report &&
      sheetOf(findings, report, {
        ...(bindings && {
          bindings,
          underPart: (part) => <BoundList part={part} />,
        }),
        findingActions: () => null,
        cellCard: (cell, wrapper, onClose) => (
          <ReadCard {...{ cell, wrapper, onClose }} add={null} />
        ),
      }),
    [findings, report, bindings],
  )
  return (
    sheet && (
      <SheetContext value={sheet}>
        <Paper title="报告" />
      </SheetContext>
    )
  )
}
