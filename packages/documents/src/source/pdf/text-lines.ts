import { boxAround } from './geometry.js'
import type { Glyph } from './glyphs.js'
import { cellRunsOf, type Run, runsOf } from './lines.js'
import type { PageLine } from './page-items.js'
import { tableLines } from './unruled.js'

/** A table without lines has so many lines with visible gaps at least. */
const LEAST_GAPPED = 3

/** Two of them are no farther apart, in points: captions, wrapped labels and blank rows stand between. */
const FARTHEST = 90

/** So many lines above and below the gapped ones may belong to the table: captions and ends of wrapped labels. */
const AROUND = 5

/**
 * The printed lines outside ruled tables, each cut at its visible gaps. Where gaps show a table without
 * lines, labels and headers that are wrapped over several printed lines are put together.
 */
export function textLines(lines: readonly (readonly Glyph[])[], page: number): PageLine[] {
  const cut = lines.map(runsOf)
  const printed: (readonly Run[])[] = []
  let done = 0
  for (const [first, end] of zonesOf(cut)) {
    const from = Math.max(done, first - AROUND)
    const to = Math.min(lines.length, end + AROUND)
    const inside = lines.slice(first, end).map(cellRunsOf)
    const zone = [...cut.slice(from, first), ...inside, ...cut.slice(end, to)]
    printed.push(...cut.slice(done, from), ...tableLines(zone))
    done = to
  }
  return [...printed, ...cut.slice(done)].map((runs) => lineOf(runs, page))
}

function lineOf(runs: readonly Run[], page: number): PageLine {
  return { kind: 'line', page, box: boxAround(runs.map(({ box }) => box)), runs }
}

type Lines = readonly (readonly Run[])[]

/** First line and line after the last of each stretch that looks like a table without lines. */
function zonesOf(lines: Lines): (readonly [number, number])[] {
  const zones: number[][] = []
  lines.forEach((runs, i) => {
    if (runs.length < 2) return
    const zone = zones.at(-1)
    if (zone && goesOn(lines, zone, i)) zone.push(i)
    else zones.push([i])
  })
  return zones
    .filter((zone) => zone.length >= LEAST_GAPPED)
    .map((zone) => [zone[0] ?? 0, (zone.at(-1) ?? 0) + 1])
}

function goesOn(lines: Lines, zone: readonly number[], next: number): boolean {
  const last = zone.at(-1) ?? 0
  const [above, below] = [lines[last]?.[0]?.box, lines[next]?.[0]?.box]
  if (!above || !below || below[1] - above[3] > FARTHEST) return false
  const left = Math.min(...zone.map((at) => lines[at]?.[0]?.box[0] ?? 0))
  return !lines.slice(last + 1, next).some((runs) => isHeading(runs, left))
}

/** A numbered line of its own that begins where the table does or before: the next section's heading. */
function isHeading([first, second]: readonly Run[], left: number): boolean {
  return !second && !!first && first.box[0] <= left + 1 && /^[一二三四五六]、/.test(first.text)
}
