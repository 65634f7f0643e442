import { useEffect } from 'react'
import { OverviewPage } from './overview/overview-page.js'
import { ReportPage } from './report/report-page.js'
import { isRead } from './state/item.js'
import { useRules } from './state/use-rules.js'
import { useView } from './state/use-view.js'
import { useWorkspace } from './state/use-workspace.js'
import { Frame } from './ui/frame.js'
import { LiveRegion } from './ui/live-region.js'
import { PageFooter } from './ui/page-footer.js'
import { PageHeader } from './ui/page-header.js'

/** The tools page: the overview of all files, or one report beside its findings. */
export function App() {
  const workspace = useWorkspace()
  const rules = useRules()
  const [view, show] = useView()
  const open = workspace.items.find(({ id }) => id === view)
  const item = open && isRead(open) ? open : null
  useEffect(() => {
    document.title = `${item ? item.name : '年度报告核对'} — 公开`
  }, [item])
  return (
    <Frame header={<PageHeader />} footer={<PageFooter workspace={workspace} />}>
      {item ? (
        <ReportPage key={item.id} item={item} workspace={workspace} rules={rules} show={show} />
      ) : (
        <OverviewPage workspace={workspace} show={show} />
      )}
      <LiveRegion items={workspace.items} />
    </Frame>
  )
}
