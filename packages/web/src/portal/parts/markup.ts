import { html } from 'hono/html'

/** Markup whose text was escaped. */
export type Markup = ReturnType<typeof html>

/** What may stand in markup: nothing at all for null. */
export type Content = Markup | string | number | null | readonly (Markup | string | null)[]

/** A part of an address. */
export function segment(text: string): string {
  return encodeURIComponent(text)
}

/** `2026年1月31日`. */
export function day(date: string): Markup {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return html`<time datetime="${date}">${year}年${month}月${dayOfMonth}日</time>`
}

/** A heading whose years stay in one piece: `2025年`. */
export function heading(text: string): Markup {
  const parts = text.split(/(\d{4}年度?)/)
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`
}

/** Lines of text as paragraphs. */
export function paragraphs(text: string): readonly Markup[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => html`<p>${line}</p>`)
}

/** A wide table, which a narrow screen scrolls on its own; by keyboard too. */
export function wide(label: string, table: Markup): Markup {
  return html`<div class="wide" role="region" aria-label="${label}" tabindex="0">${table}</div>`
}
