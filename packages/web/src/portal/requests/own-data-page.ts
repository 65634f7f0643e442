import type { OwnData, OwnDataTable, Portal } from '@gongkai/app'
import { dayInChina } from '@gongkai/law'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { day, type Markup, wide } from '../parts/markup.js'

/** What is kept of who asks, to be read and printed. */
export function ownDataPage(
  { region, demonstration }: Portal,
  { basis, givenAt }: Pick<OwnData, 'basis' | 'givenAt'>,
  tables: readonly OwnDataTable[],
): Markup {
  const body = html`<p>${day(dayInChina(givenAt.getTime()))}依据${basis}提供。内容不准确的，可以请受理机关更正、补充。</p>
<p class="screen soft">可以用浏览器的打印功能打印或者存为PDF。本页含有您的个人信息，在公用的计算机上请不要留存。</p>
${tables.map(tableOf)}
<p class="screen"><a href="/requests/status">查询办理情况</a></p>`
  return layout({
    ...{ title: '本人的个人信息和申请记录', region, demonstration, body },
    crumbs: [{ href: '/requests', text: '依申请公开' }],
  })
}

function tableOf({ title, head, rows }: OwnDataTable): Markup {
  const table = html`<table class="own"><thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
  return html`<h2>${title}</h2>
${wide(title, table)}`
}
