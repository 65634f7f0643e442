import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { OverviewPage } from './overview/overview-page.js'
import { ReportPage } from './report/report-page.js'
import { isRead } from './state/item.js'
import { useRules } from './state/use-rules.js'
import { useView } from './state/use-view.js'
import { useWorkspace } from './state/use-workspace.js'
import { THEME } from './theme.js'
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
    <ConfigProvider
      locale={zhCN}
      theme={THEME}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={() => document.getElementById('main') ?? document.body}
    >
      <a className="skip" href="#main">
        跳到正文
      </a>
      <PageHeader />
      <main id="main" tabIndex={-1}>
        {item ? (
          <ReportPage key={item.id} item={item} workspace={workspace} rules={rules} show={show} />
        ) : (
          <OverviewPage workspace={workspace} show={show} />
        )}
      </main>
      <PageFooter workspace={workspace} />
      <LiveRegion items={workspace.items} />
    </ConfigProvider>
  )
}

/** The page's nonce, without which the styles that antd makes are not let in. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
