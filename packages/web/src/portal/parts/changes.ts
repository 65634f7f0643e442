import type { Comparison } from '@gongkai/report'
import { html } from 'hono/html'
import { type Markup, wide } from './markup.js'

type CellChange = Comparison['cells'][number]
type PassageChange = Comparison['passages'][number]

/** What differs between two editions: cells as a table, sentences as they were and as they are. */
export function changeList({ cells, passages }: Comparison): Markup {
  const texts = passages.filter(({ kind }) => kind !== 'same')
  if (cells.length === 0 && texts.length === 0)
    return html`<p>表格的数字和各部分的文字没有变化。</p>`
  return html`${cells.length > 0 ? cellTable(cells) : null}
${texts.length > 0 ? html`<h3>文字的变化</h3>${texts.map(passage)}` : null}`
}

function cellTable(cells: readonly CellChange[]): Markup {
  return html`<h3>数字的变化（${cells.length}处）</h3>${wide(
    '数字的变化',
    html`<table><caption class="hidden">数字的变化</caption>
<thead><tr><th scope="col">项目</th><th scope="col">更正前</th><th scope="col">更正后</th></tr></thead>
<tbody>${cells.map(
      ({
        label,
        a,
        b,
      }) => html`<tr><th scope="row">${label}</th><td class="number"><del>${valueText(a)}</del></td><td class="number"><ins>${valueText(b)}</ins></td></tr>
`,
    )}</tbody></table>`,
  )}`
}

// biome-ignore format: table
const STATES: Readonly<Record<CellChange['a']['state'], string>> = {
  number: '', blank: '空白', mark: '无（以符号表示）', text: '文字', unread: '未读出', absent: '无此项',
}

/** A value as one would say it: never a zero for what is none. */
export function valueText({ state, value, unit }: CellChange['a']): string {
  if (value === null) return STATES[state]
  return `${value}${unit ?? ''}`
}

function passage({ a, b }: PassageChange): Markup {
  return html`<div class="change">${a ? html`<del>${a.text}</del>` : null}${a && b ? html`<br>` : null}${b ? html`<ins>${b.text}</ins>` : null}</div>
`
}
