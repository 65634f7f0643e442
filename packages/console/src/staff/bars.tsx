import type { Me } from '@gongkai/web'
import { Button } from 'antd'
import { call } from './api/call.js'
import { NoticesLink } from './notices/notices-link.js'
import { navigate, useAddress } from './router/address.js'
import { Link } from './router/link.js'
import { rememberedAddress } from './router/remembered.js'
import { say } from './router/said.js'
import { type Action, mayAnywhere, useSetMe } from './session/me.js'

type Page = {
  readonly to: string
  readonly label: string
  /** Any of these will do. */
  readonly right: Action | readonly Action[] | null
}

// biome-ignore format: table
const PAGES: readonly Page[] = [
  { to: '/console',             label: '首页',     right: null },
  { to: '/console/requests',    label: '依申请公开', right: ['request.read', 'request.oversee'] },
  { to: '/console/remedies',    label: '复议诉讼', right: ['request.read', 'request.oversee'] },
  { to: '/console/collections', label: '年报工作', right: 'collection.read' },
  { to: '/console/reports',     label: '年度报告', right: null },
  { to: '/console/past',        label: '历年报告', right: 'past.read' },
  { to: '/console/authorities', label: '机关',     right: null },
  { to: '/console/people',      label: '人员',     right: null },
  { to: '/console/tokens',      label: '接口',     right: 'token.read' },
  { to: '/console/law',         label: '法规数据', right: 'law.propose' },
  { to: '/console/log',         label: '记录',     right: 'event.read' },
  { to: '/console/jobs',        label: '任务',     right: 'job.read' },
]

function mayAny(me: Me, rights: readonly Action[]): boolean {
  return rights.some((right) => mayAnywhere(me, right))
}

/** The bar above every page of the console: where one may go, and who one is. */
export function ConsoleHeader({ me }: { readonly me: Me | null }) {
  const { path } = useAddress()
  const setMe = useSetMe()
  const signOut = async () => {
    const answer = await call<unknown>('DELETE', '/session', { isOpen: true })
    // Where the session was over already, one is signed out as well.
    if (!answer.ok && answer.refused.code === 'network') return say(answer.refused.message)
    setMe(null)
    navigate('/console')
    say('已退出登录。')
  }
  const shown = me ? PAGES.filter(({ right }) => right === null || mayAny(me, [right].flat())) : []
  return (
    <header className="page-header staff">
      <p className="product">公开</p>
      <p className="tool">
        {me ? `${me.region.name}政府信息公开工作系统` : '政府信息公开工作系统'}
        {me?.region.demonstration && '（演示数据）'}
      </p>
      {me && (
        <>
          <nav aria-label="主要页面">
            {shown.map(({ to, label }) => (
              <Link
                key={to}
                to={rememberedAddress(me.person.id, to)}
                isCurrent={to === '/console' ? path === to : path.startsWith(to)}
              >
                {label}
              </Link>
            ))}
          </nav>
          <div className="who">
            <NoticesLink path={path} />
            <Link to="/console/account" isCurrent={path === '/console/account'}>
              {me.person.name}
            </Link>
            <Button size="small" ghost onClick={() => void signOut()}>
              退出登录
            </Button>
          </div>
        </>
      )}
    </header>
  )
}

/** The bar below every page of the console. */
export function ConsoleFooter() {
  return (
    <footer className="page-footer">
      <p>所有办理事项均记入记录。公用计算机用完请退出登录。</p>
      <p>
        <a href="/tools/report">年度报告核对工具</a>
      </p>
    </footer>
  )
}
