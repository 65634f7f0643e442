import { html } from 'hono/html'
import type { Markup } from './markup.js'

/** One year of a chart; what is no number is said in `instead`. */
type ChartPoint = {
  readonly label: string
  readonly value: number | null
  readonly instead: string
  /** Whether it must not be compared with the year before. */
  readonly isBreak: boolean
}

export type LineChart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly points: readonly ChartPoint[]
}

// In the units of the view box; a narrow telephone shows it one to one.
const WIDTH = 400
const HEIGHT = 200
const LEFT = 16
const TOP = 28
const BOTTOM = 170

/** A line over the years, from zero up. It is not drawn through what is no number, nor across a break. */
export function lineChart({ id, title, points }: LineChart): Markup {
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const step = (WIDTH - 2 * LEFT) / points.length
  const placed = points.map((point, at) => ({
    ...point,
    x: Math.round(LEFT + step * (at + 0.5)),
    y: Math.round(BOTTOM - ((point.value ?? 0) / highest) * (BOTTOM - TOP)),
  }))
  const said = points.map(({ label, value, instead }) => `${label}年：${value ?? instead}`)
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${said.join('；')}。</desc>
<path class="axis" d="M${LEFT} ${BOTTOM}H${WIDTH - LEFT}"/>
${linesOf(placed).map((line) => html`<path class="line" d="${line}"/>`)}
${placed.map(
  ({
    x,
    y,
    label,
    value,
    instead,
    isBreak,
  }) => html`${isBreak ? html`<path class="break" d="M${x - Math.round(step / 2)} ${TOP - 20}V${BOTTOM}"/>` : null}${value === null ? html`<text x="${x}" y="${BOTTOM - 8}" text-anchor="middle">${instead}</text>` : html`<circle class="dot" cx="${x}" cy="${y}" r="4"/><text x="${x}" y="${y - 10}" text-anchor="middle">${value}</text>`}<text x="${x}" y="${BOTTOM + 20}" text-anchor="middle">${label}</text>
`,
)}
</svg>`
}

type Placed = ChartPoint & { readonly x: number; readonly y: number }

/** Runs of numbers without a gap and without a break. */
function linesOf(points: readonly Placed[]): readonly string[] {
  const runs: Placed[][] = []
  for (const [at, point] of points.entries()) {
    if (point.value === null) continue
    const goesOn = at > 0 && points[at - 1]?.value !== null && !point.isBreak
    const last = runs.at(-1)
    if (goesOn && last) last.push(point)
    else runs.push([point])
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`)
}
