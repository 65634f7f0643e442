import type { Portal } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import type { Markup } from '../parts/markup.js'

/** The first page. */
export function homePage({ region, demonstration, years }: Portal): Markup {
  const body = html`
${searchForm('')}
<h2>政府信息公开工作年度报告</h2>
${yearList(years)}
<h2>工具和数据</h2>
<ul>
<li><a href="/tools/report">年度报告核对工具</a>：上传一份年度报告，核对表格、文字和日期；不需要登录，文件不作保存。</li>
<li><a href="/annual-reports/compare">横向比较</a>：同一年度各机关办理申请的情况。</li>
<li><a href="/open-data">开放数据</a>：全部年度报告的 JSON、CSV、XML。</li>
</ul>`
  return layout({ title: `${region}政府信息公开`, region, demonstration, body })
}

/** The years, with how many reports there are. */
export function yearList(years: Portal['years']): Markup {
  if (years.length === 0) {
    return html`<p class="empty">还没有公布年度报告。县级以上人民政府部门应当在每年1月31日前公布上一年度的报告；县级以上地方人民政府的报告，由其政府信息公开工作主管部门在每年3月31日前公布（《政府信息公开条例》第四十九条）。</p>`
  }
  return html`<ul class="years">${years.map(
    ({ year, asked, published }) => html`<li><a href="/annual-reports/${year}">${year}年度</a>
<p>已公布${published}份，应当公布${asked}份</p></li>`,
  )}</ul>`
}

/** The search for an authority. */
export function searchForm(words: string): Markup {
  return html`<form class="search" role="search" action="/search" method="get">
<div><label for="q">机关名称</label><input id="q" name="q" type="search" maxlength="100" size="28" value="${words}"></div>
<button>查找</button>
</form>`
}
