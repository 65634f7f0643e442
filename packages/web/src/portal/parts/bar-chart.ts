import { html } from 'hono/html'
import type { Markup } from './markup.js'

export type BarChart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** Shares of one. */
  readonly bars: readonly { readonly label: string; readonly share: number }[]
}

const WIDTH = 400
const ROW = 40

/** Bars from 0 to 100 %, one under the other, each under its name. */
export function barChart({ id, title, bars }: BarChart): Markup {
  const said = bars.map(({ label, share }) => `${label} ${percent(share)}`)
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${bars.length * ROW + 4}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${said.join('；')}。</desc>
${bars.map(({ label, share }, at) => {
  const width = Math.round(share * (WIDTH - 70))
  return html`<text x="0" y="${at * ROW + 15}">${label}</text><rect class="bar" x="0" y="${at * ROW + 21}" width="${width}" height="12"/><text x="${width + 6}" y="${at * ROW + 32}">${percent(share)}</text>
`
})}
</svg>`
}

/** `37.5%`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
