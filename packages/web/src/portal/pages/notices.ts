import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import type { Markup } from '../parts/markup.js'

/** Before the installation is set up. */
export function setUpNeededPage(): Markup {
  const body = html`<p class="note">本系统已经启动，还没有设置地区和主管机关，因此没有可以阅读的内容。</p>
<p>负责安装的人员请打开<a href="/setup">设置页面</a>，用启动时终端上显示的设置码完成设置。</p>
${TOOL}`
  return layout({ title: '尚未设置', region: null, body })
}

/** While the database does not answer. */
export function awayPage(): Markup {
  const body = html`<p class="note" role="alert">数据库暂时没有应答，正在等待它恢复。已经公布的内容不受影响，恢复后本页自动显示。</p>
${TOOL}`
  return layout({ title: '暂时不能阅读', region: null, body })
}

/** The database has more to do than it can. */
export function busyPage(): Markup {
  const body = html`<p class="note" role="alert">现在查阅的人较多，请稍候，本页几秒后自动重新打开。</p>`
  return layout({ title: '请稍候', region: null, body })
}

const TOOL = html`<p><a href="/tools/report">年度报告核对工具</a>不依赖数据库，可以照常使用。</p>`

/** No such page, report or edition; `message` says what to do. */
export function notFoundPage(message: string): Markup {
  const body = html`<p class="note">${message}</p>
<p><a href="/">返回首页</a>　<a href="/annual-reports">年度报告</a></p>`
  return layout({ title: '没有这个页面', region: null, body })
}

/** What could not be made now. */
export function failedPage(title: string, message: string): Markup {
  const body = html`<p class="note" role="alert">${message}</p>
<p><a href="/">返回首页</a></p>`
  return layout({ title, region: null, body })
}
