import { html } from 'hono/html'
import { type Content, heading, type Markup } from './markup.js'
import { STYLE_PATH } from './style.js'

/** One step of the way from the first page; the last one is the page itself. */
type Crumb = { readonly href: string; readonly text: string }

export type Page = {
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  readonly body: Content
  /** 地区名称; null where it is not known. */
  readonly region: string | null
  /** Whether the region was invented to be looked at. */
  readonly demonstration?: boolean
}

const LINKS = [
  ['/requests', '依申请公开'],
  ['/annual-reports', '年度报告'],
  ['/annual-reports/compare', '横向比较'],
  ['/open-data', '开放数据'],
  ['/tools/report', '核对工具'],
] as const

/** A whole page of the portal. It needs no script. */
export function layout({ title, crumbs = [], body, region, demonstration = false }: Page): Markup {
  const site = region === null ? '政府信息公开' : `${region}政府信息公开`
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === site ? site : `${title} — ${site}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site"><div>
<a class="home" href="/">${site}</a>
<nav aria-label="主导航"><ul>${LINKS.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul></nav>
</div></header>
${demonstration ? html`<aside class="demonstration" aria-label="说明">演示数据：机关、人员和报告都是虚构的。</aside>` : null}
${crumbs.length > 0 ? trail(crumbs, title) : null}
<main id="main">
<h1>${heading(title)}</h1>
${body}
</main>
<footer class="site"><p><a href="/open-data">数据的使用</a> <a href="/console">工作人员登录</a></p></footer>
</body>
</html>
`
}

function trail(crumbs: readonly Crumb[], title: string): Markup {
  return html`<nav class="trail" aria-label="当前位置"><ol>
<li><a href="/">首页</a></li>${crumbs.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}<li aria-current="page">${heading(title)}</li>
</ol></nav>`
}
