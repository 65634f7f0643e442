import type { Platform, Suggested } from '@gongkai/app'
import { suggestAnswers } from '@gongkai/app'
import { html } from 'hono/html'
import type { Edge } from '../../edge/edge.js'
import { type Markup, segment } from '../parts/markup.js'
import type { Typed } from './fields.js'
import { place } from './suggestion-part.js'

/** Whoever types pauses now and then; a school types at the same time. */
const PER_ADDRESS = { most: 600, minutes: 10 }

/** Characters below which nothing is looked for. */
const LEAST = 4

/** What may already answer what was typed, or whose matter it may be; null where nothing was found, or nothing is looked for. */
export async function suggestedFor(
  platform: Platform,
  { limiter }: Edge,
  authorityId: string,
  typed: Typed,
  address: string,
): Promise<Markup | null> {
  const words = ['wanted', 'title', 'number'].map((name) => typed.get(name) ?? '').join(' ')
  if (words.trim().length < LEAST) return null
  if (limiter.take(`suggestions for ${address}`, PER_ADDRESS) !== null) return null
  const found = await suggestAnswers(platform, authorityId, words)
  const { published, reports, authorities } = found
  return published.length + reports.length + authorities.length > 0 ? list(found) : null
}

/** Links open beside the form: what was typed stays. */
function list({ published, reports, authorities }: Suggested): Markup {
  return html`<div class="note">
${published.length > 0 ? html`<p>以下信息已经公开，可能就是所需信息：</p><ul>${published.map(({ authority, title, address }) => html`<li>${title}（${authority}）：${place(address)}</li>`)}</ul>` : null}
${reports.length > 0 ? html`<p>以下已经公开的报告可能载有所需信息：</p><ul>${reports.map(({ authority, year }) => html`<li><a href="/annual-reports/${year}/${segment(authority)}" target="_blank" rel="noopener">${authority}${year}年政府信息公开工作年度报告</a></li>`)}</ul>` : null}
${authorities.length > 0 ? html`<p>所需信息可能由以下机关制作或者保存，可以改向其申请：</p><ul>${authorities.map((name) => html`<li><a href="/requests/new/${segment(name)}" target="_blank" rel="noopener">${name}</a></li>`)}</ul>` : null}
<p class="soft">仅供参考，不影响提交。链接在新窗口打开。</p></div>`
}
