import {
  type AuthorityComparison,
  type ComparedAuthority,
  LEAST_DUE,
  MEASURES,
  type Portal,
} from '@gongkai/app'
import { html } from 'hono/html'
import { barChart, percent } from '../parts/bar-chart.js'
import { layout } from '../parts/layout.js'
import { type Markup, segment, wide } from '../parts/markup.js'

/** A share of all authorities of a year beside each other. */
export function comparePage(portal: Portal, comparison: AuthorityComparison): Markup {
  const { region, demonstration, years } = portal
  const { year, measure, authorities, lateness } = comparison
  const crumbs = [
    { href: '/annual-reports', text: '年度报告' },
    { href: `/annual-reports/${year}`, text: `${year}年度` },
  ]
  const body = html`
<nav aria-label="年度"><ul class="choices">${years.map((one) => choice(`?year=${one.year}&measure=${measure.measure}`, `${one.year}年度`, one.year === year))}</ul></nav>
<nav aria-label="比较的内容"><ul class="choices">${MEASURES.map((one) => choice(`?year=${year}&measure=${one.measure}`, one.label, one.measure === measure.measure))}</ul></nav>
<h2>${measure.label}</h2>
<dl class="facts"><dt>算法</dt><dd>${measure.formula}</dd><dt>最小样本</dt><dd>分母不少于${measure.least}件；不足的写明“样本不足”，不计算比例</dd><dt>空白和符号</dt><dd>不是数字，不加入分子和分母；分母全部为空白或者符号的、有未读出的单元格的，不计算</dd></dl>
${results(comparison, authorities)}
<h2>逾期公布率</h2>
<p>算法：（逾期公布＋逾期未公布）÷ 应当已经公布的机关；最小样本为${LEAST_DUE}个机关。本年度${lateness.late}÷${lateness.due}：<strong>${lateness.share === null ? '样本不足' : percent(lateness.share)}</strong>。</p>`
  return layout({ title: `${year}年度横向比较`, region, demonstration, crumbs, body })
}

function choice(href: string, text: string, isCurrent: boolean): Markup {
  return html`<li><a href="${href}"${isCurrent ? html` aria-current="page"` : null}>${text}</a></li>`
}

function results(
  { year, measure }: AuthorityComparison,
  authorities: readonly ComparedAuthority[],
): Markup {
  if (authorities.length === 0) return html`<p class="empty">本年度还没有公布的报告。</p>`
  const bars = authorities
    .flatMap(({ authority, share }) =>
      share.kind === 'share' ? [{ label: authority, share: share.share }] : [],
    )
    .toSorted((a, b) => b.share - a.share)
  const title = `${year}年度各机关${measure.label}`
  return html`${bars.length > 0 ? html`<figure>${barChart({ id: 'shares', title, bars })}</figure>` : html`<p class="empty">各机关的样本都不足。</p>`}
${wide(
  title,
  html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">机关</th><th scope="col">分子</th><th scope="col">分母</th><th scope="col">比例</th></tr></thead>
<tbody>${authorities.map((one) => row(year, one))}</tbody></table>`,
)}`
}

function row(year: number, { authority, address, share }: ComparedAuthority): Markup {
  const counts =
    share.kind === 'unknown'
      ? html`<td>—</td><td>—</td>`
      : html`<td class="number">${share.numerator}</td><td class="number">${share.denominator}</td>`
  return html`<tr><th scope="row"><a href="/annual-reports/${year}/${segment(address)}">${authority}</a></th>${counts}<td class="number">${shareText(share)}</td></tr>
`
}

function shareText(share: ComparedAuthority['share']): string {
  switch (share.kind) {
    case 'share':
      return percent(share.share)
    case 'tooFew':
      return '样本不足'
    case 'wrong':
      return '分子大于分母，不能计算'
    case 'unknown':
      return `${share.cell.row}没有可以计算的数字`
  }
}

/** Where there is no year yet. */
export function nothingToComparePage({ region, demonstration }: Portal): Markup {
  const body = html`<p class="empty">还没有公布年度报告，因此没有可以比较的内容。</p>`
  return layout({ title: '横向比较', region, demonstration, body })
}
