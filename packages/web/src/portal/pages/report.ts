import type { Edition, Portal, PublicReport, PublishedView, ShownEdition } from '@gongkai/app'
import { compareReports, isOfficialForm, type SavedReport } from '@gongkai/report'
import { html } from 'hono/html'
import { changeList } from '../parts/changes.js'
import { layout } from '../parts/layout.js'
import { day, heading, type Markup, paragraphs, segment } from '../parts/markup.js'
import { reportTables } from '../parts/report-tables.js'
import { standingOf } from './year.js'

/** The formats beside a report, with what each is called. */
// biome-ignore format: table
export const FILES = {
  docx: 'Word', pdf: 'PDF', xlsx: 'Excel', html: 'HTML', json: 'JSON', xml: 'XML', csv: 'CSV',
} as const

/** The report of an authority on a year: the edition shown, else how the matter stands. */
export function reportPage(portal: Portal, view: PublishedView): Markup {
  const { report, shown, editions } = view
  const { region, demonstration } = portal
  const crumbs = [
    { href: '/annual-reports', text: '年度报告' },
    { href: `/annual-reports/${report.year}`, text: `${report.year}年度` },
  ]
  const title = `${report.authority}${report.year}年政府信息公开工作年度报告`
  const body = shown ? whole(report, shown, editions) : standing(report)
  return layout({ title, region, demonstration, crumbs, body })
}

/** Where the report stands, or one of its editions. */
export function addressOf({ year, address }: PublicReport, edition?: number): string {
  const place = `/annual-reports/${year}/${segment(address)}`
  return edition === undefined ? place : `${place}/editions/${edition}`
}

function standing(report: PublicReport): Markup {
  if (report.standing === 'withdrawn') return tombstone(report)
  return html`<p class="note">这份报告还没有公布。应当公布的最后一日为${day(report.dueOn)}（《政府信息公开条例》第四十九条）。${report.standing === 'overdue' ? standingOf(report) : null}</p>`
}

function tombstone({ publishedOn, withdrawnOn, withdrawnReason }: PublicReport): Markup {
  return html`<div class="note"><p>这份报告已经撤回，内容不再提供。</p>
<dl class="facts">
<dt>公布日期</dt><dd>${publishedOn ? day(publishedOn) : '不详'}</dd>
<dt>撤回日期</dt><dd>${withdrawnOn ? day(withdrawnOn) : '不详'}</dd>
<dt>撤回理由</dt><dd>${withdrawnReason}</dd>
</dl></div>`
}

function whole(report: PublicReport, shown: ShownEdition, editions: readonly Edition[]): Markup {
  const newest = editions[0]
  const isNewest = newest?.edition === shown.edition
  const base = isNewest ? addressOf(report) : addressOf(report, shown.edition)
  return html`
${isNewest ? null : html`<p class="note">这是第${shown.edition}次公布的内容，已经更正。<a href="${addressOf(report)}">阅读现行的内容</a></p>`}
<dl class="facts">
<dt>公布情况</dt><dd>${standingOf(report)}</dd>
<dt>公布日期</dt><dd>${report.publishedOn ? day(report.publishedOn) : '不详'}</dd>
<dt>应当公布的最后一日</dt><dd>${day(report.dueOn)}</dd>
</dl>
<h2 class="screen">下载</h2>
<ul class="files">${Object.entries(FILES).map(([format, name]) => html`<li><a href="${base}/report.${format}">${name}</a></li>`)}</ul>
${shown.earlier ? correction(shown, shown.earlier) : null}
${content(shown.document)}
${source(shown.document)}
${history(report, shown, editions)}
<p class="screen"><a href="/annual-reports/figures?authority=${segment(report.address)}">历年数据</a></p>`
}

function correction({ edition, on, reason, document }: ShownEdition, earlier: SavedReport): Markup {
  return html`<section aria-labelledby="correction"><h2 id="correction">更正说明</h2>
<p>第${edition}次公布，${day(on)}。更正理由：${reason}</p>
<details open><summary>与第${edition - 1}次公布的内容相比</summary>${changeList(compareReports(earlier, document))}</details>
</section>`
}

function content({ form, title, intro, sections, cells, signature }: SavedReport): Markup {
  const tables = isOfficialForm(form) ? reportTables(form, cells) : new Map<string, Markup>()
  const first = new Set<string>()
  return html`<article class="report" aria-label="报告正文">
<header>${heading(title ?? '〔未读出标题〕')}</header>
${paragraphs(intro)}
${sections.map(({ no, title: name, heading, text }) => {
  const table = first.has(no) ? null : tables.get(no)
  first.add(no)
  return html`<section><h2>${heading || `${no}、${name}`}</h2>${paragraphs(text)}${table ?? null}</section>`
})}
${signature ? html`<footer>${paragraphs(signature)}</footer>` : null}
</article>`
}

function source({ sha256, mediaType, problems }: SavedReport): Markup {
  if (sha256 === null) return html`<h2>来源</h2><p>在本系统编制，没有来源文件。</p>`
  return html`<h2>来源</h2>
<dl class="facts"><dt>来源文件类型</dt><dd>${mediaType}</dd><dt>来源摘要（SHA-256）</dt><dd>${sha256}</dd></dl>
${problems.length > 0 ? html`<p>读取来源文件时有以下存疑之处：</p><ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul>` : null}`
}

function history(report: PublicReport, shown: ShownEdition, editions: readonly Edition[]): Markup {
  return html`<h2>历次公布</h2>
<ol reversed>${editions.map(({ edition, on, reason }) => {
    const text = `第${edition}次公布`
    const named =
      edition === shown.edition ? text : html`<a href="${addressOf(report, edition)}">${text}</a>`
    return html`<li>${named}，${day(on)}${reason ? `。更正理由：${reason}` : null}</li>`
  })}</ol>`
}
