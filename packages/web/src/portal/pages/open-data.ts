import { LICENCE, type Portal } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { type Markup, wide } from '../parts/markup.js'

/** What there is to download, how it is described, and what may be done with it. */
export function openDataPage({ region, demonstration, years }: Portal): Markup {
  const body = html`
<h2>使用条件</h2>
<p>${LICENCE}</p>
<h2>按年度下载</h2>
${
  years.length === 0
    ? html`<p class="empty">还没有公布年度报告。</p>`
    : wide(
        '按年度下载',
        html`<table><caption>每个文件含该年度已公布的全部报告的现行内容</caption>
<thead><tr><th scope="col">年度</th><th scope="col">报告</th><th scope="col">文件</th></tr></thead>
<tbody>${years.map(
          ({
            year,
            published,
          }) => html`<tr><th scope="row">${year}</th><td class="number">${published}份</td><td><ul class="choices">${FORMATS.map(([format, name]) => html`<li><a href="/api/v1/public/annual-reports/${year}/all/${format}">${year}年度${name}</a></li>`)}</ul></td></tr>
`,
        )}</tbody></table>`,
      )
}
<h2>文件的结构</h2>
<dl class="facts">
<dt>JSON（NDJSON）</dt><dd>每行一份报告：机关、年度、公布日期、应当公布的最后一日、逾期天数、第几次公布，<code>report</code> 为报告内容，见<a href="/api/v1/schema/read">JSON Schema</a>。</dd>
<dt>CSV</dt><dd>每行一个单元格，UTF-8；各列与 JSON 中的名称相同。</dd>
<dt>XML</dt><dd>根元素 <code>annualReports</code> 之下每份报告一个 <code>annualReport</code>，见<a href="/api/v1/public/annual-report.xsd">XML Schema</a>。</dd>
<dt>单元格的状态</dt><dd><code>number</code> 数字，<code>blank</code> 空白，<code>mark</code> 符号（/、-、无），<code>text</code> 其他文字，<code>unread</code> 未能读出。只有 <code>number</code> 有值，其他都不是零。</dd>
<dt>推定</dt><dd><code>inferred</code> 为 <code>true</code> 的，位置由勾稽关系推定。</dd>
<dt>来源</dt><dd><code>sha256</code> 是来源文件的摘要，<code>mediaType</code> 是其类型；在本系统编制的报告没有来源文件，两项为 <code>null</code>（CSV 为空，XML 没有该属性）。</dd>
</dl>
<h2>接口</h2>
<p>每份报告页面都有 Word、PDF、Excel、HTML、JSON、XML、CSV 可以下载。程序读取请用 <a href="/api/v1/openapi.json">接口说明</a>中 <code>/public</code> 下的各项。</p>`
  return layout({ title: '开放数据', region, demonstration, body })
}

const FORMATS = [
  ['ndjson', 'JSON'],
  ['csv', 'CSV'],
  ['xml', 'XML'],
] as const
