import type { OwnStatus } from '@gongkai/app'
import {
  citationText,
  PROACTIVE_REASONS,
  type ProactiveReason,
  SUGGESTED_REASONS,
  SUGGESTION_BASIS,
} from '@gongkai/law'
import { html } from 'hono/html'
import { day, type Markup } from '../parts/markup.js'
import { choiceField, longField, type Typed } from './fields.js'

type Suggestion = NonNullable<OwnStatus['suggestion']>

/** 建议主动公开: the form for it, or what became of it. `asked` are the fields that prove whose request it is. */
export function suggestionPart(suggestion: Suggestion, asked: Markup): Markup {
  return suggestion === 'open' ? suggestForm(asked) : answered(suggestion)
}

function suggestForm(asked: Markup): Markup {
  const given = { typed: new Map<string, string>(), wrong: null }
  const reasons = SUGGESTED_REASONS.map(
    (reason) => [reason, PROACTIVE_REASONS[reason].title] as const,
  )
  return html`<details><summary>建议主动公开这些信息</summary>
<p>您认为向您公开的信息涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议受理机关将其纳入主动公开的范围（${citationText(SUGGESTION_BASIS)}）。每件申请可以建议一次。</p>
<form method="post" action="/requests/status/suggestion" class="ask">${asked}
${choiceField(given, { name: 'reason', label: '建议的情形' }, reasons)}
${longField(given, { name: 'says', label: '理由', help: '请写明哪些信息、为什么。不要写个人信息。', isRequired: true, most: 2000 })}
<p><button type="submit">提交建议</button></p></form></details>`
}

function answered({
  suggestedOn,
  state,
  decidedOn,
  answer,
  published,
}: Exclude<Suggestion, 'open'>): Markup {
  return html`<h2>主动公开的建议</h2>
<dl class="facts">
<dt>建议日期</dt><dd>${day(suggestedOn)}</dd>
<dt>审核情况</dt><dd><strong>${STATES[state]}</strong>${decidedOn ? html`（${day(decidedOn)}）` : null}</dd>
${answer ? html`<dt>受理机关的答复</dt><dd>${answer}</dd>` : null}
${published ? html`<dt>公布</dt><dd>${day(published.on)}，${published.title}：${place(published.address)}</dd>` : null}
</dl>`
}

// biome-ignore format: table
const STATES: Readonly<Record<Exclude<Suggestion, 'open'>['state'], string>> = {
  proposed:  '已收到，正在审核',
  accepted:  '已采纳，将主动公开',
  published: '已采纳，已经公开',
  declined:  '未采纳',
}

/** An address on the web as a link, which opens beside the page; another place as it is. */
export function place(address: string): Markup {
  return /^https?:\/\/\S+$/.test(address)
    ? html`<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`
    : html`${address}`
}

/** What was filled in. */
export function suggestedIn({ typed }: { readonly typed: Typed }): {
  readonly reason: ProactiveReason | null
  readonly says: string
} {
  const said = typed.get('reason')
  const reason = SUGGESTED_REASONS.find((one) => one === said) ?? null
  return { reason, says: (typed.get('says') ?? '').slice(0, 2000) }
}
