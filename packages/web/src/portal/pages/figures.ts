import type { AuthoritySeries, Portal } from '@gongkai/app'
import type { Series } from '@gongkai/report'
import { html } from 'hono/html'
import { valueText } from '../parts/changes.js'
import { layout } from '../parts/layout.js'
import { lineChart } from '../parts/line-chart.js'
import { type Markup, segment, wide } from '../parts/markup.js'

/** What is drawn, by the key of its series (ADR 0007), with what it is called. */
// biome-ignore format: table
const CHARTS: readonly (readonly [key: string, title: string])[] = [
  ['requests|一|总计',                       '本年新收申请（件）'],
  ['requests|三（七）|总计',                 '办结申请（件）'],
  ['requests|三（一）|总计',                 '予以公开（件）'],
  ['requests|三（六）|总计',                 '其他处理（件）'],
  ['requests|四|总计',                       '结转下年度继续办理（件）'],
  ['remedies|行政复议|总计',                 '行政复议（件）'],
  ['remedies|行政复议|结果纠正',             '行政复议结果纠正（件）'],
  ['proactive|行政许可|处理决定数量',        '行政许可处理决定（件）'],
  ['proactive|行政处罚|处理决定数量',        '行政处罚处理决定（件）'],
  ['proactive|行政规范性文件|现行有效件数|2021', '现行有效的行政规范性文件（件）'],
  ['proactive|行政事业性收费|本年收费金额（单位：万元）|2021', '行政事业性收费（万元）'],
]

/** What one authority counts over the years. */
export function figuresPage({ region, demonstration }: Portal, figures: AuthoritySeries): Markup {
  const { authority, address, years, series } = figures
  const crumbs = [{ href: '/annual-reports', text: '年度报告' }]
  const body =
    years.length === 0
      ? html`<p class="empty">该机关还没有公布年度报告，因此没有数据。</p>`
      : html`
<p>数据取自${authority}已公布的年度报告：${years.map((year) => html`<a href="/annual-reports/${year}/${segment(address)}">${year}年度</a> `)}。空白、符号和未读出的单元格都不是零。</p>
${hasBreak(series) ? BREAK_NOTE : null}
${CHARTS.map(([key, title], at) =>
  figure(
    series.find((one) => one.key === key),
    title,
    at,
  ),
)}
<h2>全部项目</h2>
${allSeries(years, series)}`
  return layout({ title: `${authority}历年数据`, region, demonstration, crumbs, body })
}

const BREAK_NOTE = html`<p class="note">2021年度起执行新的报告格式（国办公开办函〔2021〕30号）。口径改变的项目，图中以竖虚线隔开，线的两边不能相比；其余项目前后连续，“其他处理”以新格式三项之和与旧格式比较。</p>`

function hasBreak(series: readonly Series[]): boolean {
  return series.some(({ breaks }) => breaks.length > 0)
}

function figure(series: Series | undefined, title: string, at: number): Markup | null {
  if (!series) return null
  const points = series.points.map((point) => ({
    label: `${point.year}`,
    value: point.value,
    instead: valueText(point),
    isBreak: series.breaks.includes(point.year),
  }))
  return html`<figure>
<figcaption><h2>${title}</h2></figcaption>
${lineChart({ id: `chart-${at}`, title, points })}
${series.note ? html`<p class="soft">${series.note}</p>` : null}
${wide(
  title,
  html`<table><caption>${title}</caption><thead><tr><th scope="col">年度</th><th scope="col">数值</th><th scope="col">说明</th></tr></thead>
<tbody>${series.points.map((point) => html`<tr><th scope="row">${point.year}</th><td class="number">${valueText(point)}</td><td>${series.breaks.includes(point.year) ? '格式改变，不能与上一年度相比' : null}</td></tr>`)}</tbody></table>`,
)}
</figure>`
}

/** Every quantity, of 表三 the totals. */
function allSeries(years: readonly number[], series: readonly Series[]): Markup {
  const rows = series.filter(({ key }) => !key.startsWith('requests|') || key.endsWith('|总计'))
  return wide(
    '全部项目',
    html`<table><caption>历年数据（表三只列总计栏）</caption>
<thead><tr><th scope="col">项目</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({
        label,
        points,
        breaks,
      }) => html`<tr><th scope="row">${label}</th>${points.map((point) => html`<td class="number">${valueText(point)}${breaks.includes(point.year) ? '（口径改变）' : null}</td>`)}</tr>
`,
    )}</tbody></table>`,
  )
}
