import type { FoundAuthority, Portal } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { heading, type Markup, segment } from '../parts/markup.js'
import { searchForm } from './home.js'

/** What a search found. */
export function searchPage(
  { region, demonstration }: Portal,
  words: string,
  found: readonly FoundAuthority[],
): Markup {
  const body = html`${searchForm(words)}
${words === '' ? html`<p class="note">请填写机关名称，或者名称中的几个字。</p>` : results(words, found)}`
  return layout({ title: '查找机关', region, demonstration, crumbs: CRUMBS, body })
}

const CRUMBS = [{ href: '/annual-reports', text: '年度报告' }]

function results(words: string, found: readonly FoundAuthority[]): Markup {
  if (found.length === 0) {
    return html`<p class="empty">没有名称含“${words}”的机关。请减少字数，或者从<a href="/annual-reports">年度报告</a>按年度查找。</p>`
  }
  return html`<p>名称含“${words}”的机关${found.length}个${found.length === 50 ? '以上，请多写几个字' : ''}：</p>
<ul>${found.map(
    ({ authority, address, years }) =>
      html`<li><strong>${authority}</strong>：${
        years.length === 0
          ? '还没有公布年度报告'
          : html`${years.map((year) => html`<a href="/annual-reports/${year}/${segment(address)}">${heading(`${year}年度`)}</a> `)}<a class="whole" href="/annual-reports/figures?authority=${segment(address)}">历年数据</a>`
      }</li>`,
  )}</ul>`
}
