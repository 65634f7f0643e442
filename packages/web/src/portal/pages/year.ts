import { type Portal, type PublicReport, STANDINGS, type Standing } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { day, type Markup, segment, wide } from '../parts/markup.js'

/** What of a year is asked for: one standing, words of the name. */
export type YearFilter = { readonly standing: Standing | null; readonly words: string }

/** All authorities of a year that were asked, with how each stands. */
export function yearPage(
  { region, demonstration }: Portal,
  year: number,
  all: readonly PublicReport[],
  filter: YearFilter,
): Markup {
  const shown = all.filter(
    ({ authority, standing }) =>
      (filter.standing === null || filter.standing === standing) &&
      authority.includes(filter.words),
  )
  const body = html`
<p>应当公布${all.length}份，已公布${countOf(all, 'inTime', 'late', 'dayUnknown')}份，其中逾期公布${countOf(all, 'late')}份；逾期未公布${countOf(all, 'overdue')}份。</p>
${filterForm(year, filter)}
${shown.length === 0 ? html`<p class="empty">没有符合条件的机关。<a href="/annual-reports/${year}">显示全部</a></p>` : table(year, shown)}
<p class="screen"><a href="/annual-reports/compare?year=${year}">本年度横向比较</a>　<a href="/open-data">下载本年度全部报告</a></p>`
  const crumbs = [{ href: '/annual-reports', text: '年度报告' }]
  return layout({ title: `${year}年度报告`, region, demonstration, crumbs, body })
}

function countOf(all: readonly PublicReport[], ...standings: readonly Standing[]): number {
  return all.filter(({ standing }) => standings.includes(standing)).length
}

function filterForm(year: number, { standing, words }: YearFilter): Markup {
  const options = Object.entries(STANDINGS).map(
    ([value, label]) =>
      html`<option value="${value}"${value === standing ? html` selected` : null}>${label}</option>`,
  )
  return html`<form class="search" role="search" action="/annual-reports/${year}" method="get">
<div><label for="q">机关名称</label><input id="q" name="q" type="search" maxlength="100" value="${words}"></div>
<div><label for="standing">公布情况</label><select id="standing" name="standing"><option value="">全部</option>${options}</select></div>
<button>筛选</button>
</form>`
}

function table(year: number, rows: readonly PublicReport[]): Markup {
  const label = `${year}年度各机关公布年度报告的情况`
  return wide(
    label,
    html`<table>
<caption>${label}（${rows.length}个机关）</caption>
<thead><tr><th scope="col">机关</th><th scope="col">公布情况</th><th scope="col">公布日期</th><th scope="col">应当公布的最后一日</th></tr></thead>
<tbody>${rows.map(row)}</tbody>
</table>`,
  )
}

function row(report: PublicReport): Markup {
  const { authority, address, year, publishedOn, dueOn } = report
  return html`<tr><th scope="row"><a href="/annual-reports/${year}/${segment(address)}">${authority}</a></th><td>${standingOf(report)}</td><td>${publishedOn ? day(publishedOn) : '—'}</td><td>${day(dueOn)}</td></tr>
`
}

/** How the authority stands, with the days that it is late. */
export function standingOf({ standing, daysLate }: PublicReport): Markup {
  const isLate = standing === 'late' || standing === 'overdue'
  if (!isLate) return html`${STANDINGS[standing]}`
  return html`<span class="late">${STANDINGS[standing]}（${daysLate}日）</span>`
}
