import type { AuthoritySeries, Portal } from '@gongkai/app'
import type { Series } from '@gongkai/report'
import { html } from 'hono/html'
import { valueText } from '../parts/changes.js'
import { layout } from '../parts/layout.js'
import { lineChart } from '../parts/line-chart.js'
import { day, type Markup, segment, wide } from '../parts/markup.js'

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
  const { authority, address, years, series, reorganisedYears, reorganisations } = figures
  const crumbs = [{ href: '/annual-reports', text: '年度报告' }]
  const body = html`${reorganised(reorganisations)}
${
  years.length === 0
    ? html`<p class="empty">该机关还没有公布年度报告，因此没有数据。</p>`
    : html`<p>数据取自${authority}已公布的年度报告：${years.map((year) => html`<a href="/annual-reports/${year}/${segment(address)}">${year}年度</a> `)}。空白、符号和未读出的单元格不是数字，不作为零。</p>
${hasBreak(series) ? BREAK_NOTE : null}
${CHARTS.map(([key, title], at) =>
  figure(
    series.find((one) => one.key === key),
    title,
    at,
    reorganisedYears,
  ),
)}
<h2>全部项目</h2>
${allSeries('历年数据（表三只列总计栏）', years, series, reorganisedYears)}`
}
${reorganisations.map(beforeIt)}`
  return layout({ title: `${authority}历年数据`, region, demonstration, crumbs, body })
}

const BREAK_NOTE = html`<p class="note">2021年度起执行新的报告格式（国办公开办函〔2021〕30号）。口径改变的项目，图中以竖虚线隔开，线的两边不能相比；其余项目前后连续，“其他处理”以新格式三项之和与旧格式比较。</p>`

function hasBreak(series: readonly Series[]): boolean {
  return series.some(({ breaks }) => breaks.length > 0)
}

function figure(
  series: Series | undefined,
  title: string,
  at: number,
  reorganisedYears: readonly number[],
): Markup | null {
  if (!series) return null
  const whyBroken = (year: number) =>
    [series.breaks.includes(year) && '格式改变', reorganisedYears.includes(year) && '机构调整']
      .filter(Boolean)
      .join('、')
  const points = series.points.map((point) => ({
    label: `${point.year}`,
    value: point.value,
    instead: valueText(point),
    isBreak: whyBroken(point.year) !== '',
  }))
  return html`<figure>
<figcaption><h2>${title}</h2></figcaption>
${lineChart({ id: `chart-${at}`, title, points })}
${series.note ? html`<p class="soft">${series.note}</p>` : null}
${wide(
  title,
  html`<table><caption class="hidden">${title}</caption><thead><tr><th scope="col">年度</th><th scope="col">数值</th><th scope="col">说明</th></tr></thead>
<tbody>${series.points.map((point) => html`<tr><th scope="row">${point.year}</th><td class="number">${valueText(point)}</td><td>${whyBroken(point.year) ? `${whyBroken(point.year)}，不能与上一年度相比` : null}</td></tr>`)}</tbody></table>`,
)}
</figure>`
}

/** Every quantity, of 表三 the totals. */
function allSeries(
  caption: string,
  years: readonly number[],
  series: readonly Series[],
  reorganisedYears: readonly number[],
): Markup {
  const rows = series.filter(({ key }) => !key.startsWith('requests|') || key.endsWith('|总计'))
  const heading = (year: number) => (reorganisedYears.includes(year) ? `${year}（机构调整）` : year)
  return wide(
    caption,
    html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">项目</th>${years.map((year) => html`<th scope="col">${heading(year)}</th>`)}</tr></thead>
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

type Reorganised = AuthoritySeries['reorganisations'][number]

/** What came in and what went out, and that nothing is added up over it. */
function reorganised(all: readonly Reorganised[]): Markup | null {
  if (all.length === 0) return null
  return html`<div class="note"><p>本机关经过机构调整，调整前后职责范围不同：图中以竖虚线隔开，线的两边不能相比；其他机关的数据单独列出，不与本机关的相加。</p>
<ul>${all.map((one) => html`<li>${day(one.happenedOn)}，${what(one)}</li>`)}</ul></div>`
}

function what({ kind, direction, continues, authority, address }: Reorganised): Markup {
  const other = html`<a href="/annual-reports/figures?authority=${segment(address)}">${authority}</a>`
  if (kind === 'merged') {
    return direction === 'from'
      ? html`${other}并入本机关。`
      : html`本机关并入${other}，此后的数据见该机关。`
  }
  if (direction === 'from') {
    return continues ? html`${other}的部分职责划入本机关。` : html`本机关由${other}分设。`
  }
  return continues
    ? html`本机关的部分职责划入${other}。`
    : html`本机关撤销，职责划入${other}，此后的数据见该机关。`
}

/** What the other counted before it came in, beside what this one counts. */
function beforeIt({ authority, before }: Reorganised): Markup | null {
  if (before === null || before.years.length === 0) return null
  return html`<h2>${authority}（机构调整前）</h2>
${allSeries(`${authority}机构调整前的历年数据（表三只列总计栏），不与本机关的相加`, before.years, before.series, [])}`
}
