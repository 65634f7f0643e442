import type { Me } from '@gongkai/web'
import { Button } from 'antd'
import { call } from './api/call.js'
import { navigate, useAddress } from './router/address.js'
import { Link } from './router/link.js'
import { say } from './router/said.js'
import { mayAnywhere, useSetMe } from './session/me.js'

const PAGES = [
  { to: '/console', label: '首页' },
  { to: '/console/authorities', label: '机关' },
  { to: '/console/people', label: '人员' },
  { to: '/console/log', label: '记录' },
] as const

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
  const shown = me
    ? PAGES.filter(({ to }) => to !== '/console/log' || mayAnywhere(me, 'event.read'))
    : []
  return (
    <header className="page-header staff">
      <p className="product">公开</p>
      <p className="tool">
        {me ? `${me.region.name}政府信息公开工作系统` : '政府信息公开工作系统'}
      </p>
      {me && (
        <>
          <nav aria-label="主要页面">
            {shown.map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                isCurrent={to === '/console' ? path === to : path.startsWith(to)}
              >
                {label}
              </Link>
            ))}
          </nav>
          <div className="who">
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
