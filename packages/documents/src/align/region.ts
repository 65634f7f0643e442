import { isLabelWords } from './expected.js'
import { type Fragment, sliceOf } from './fragments.js'
import { hanOnly } from './han.js'
import type { Slot, Walk } from './slots.js'
import { isPrinted } from './values.js'

/** Where a table stands: from one character to another (excluded), each by its fragment and its index in the text. */
export type Region = {
  readonly first: number
  readonly start: number
  readonly last: number
  readonly end: number
}

/** From the first label of a walk to its last label or value. A cell belongs to the table as a whole. */
export function regionOf({ stream, chain }: Walk, values: readonly Slot[]): Region {
  const { fragments, fragment, offset } = stream
  const label = { start: chain[0]?.start ?? 0, end: (chain.at(-1)?.end ?? 1) - 1 }
  const opening = fragment[label.start] ?? 0
  const before = fragments[opening]?.text.slice(0, offset[label.start]) ?? ''
  const ends = [
    { fragment: fragment[label.end] ?? 0, end: (offset[label.end] ?? 0) + 1 },
    ...values.filter(isPrinted),
  ]
  const last = Math.max(...ends.map((one) => one.fragment))
  const own = ends.filter((one) => one.fragment === last).map(({ end }) => end)
  const [startsAtCell, endsAtCell] = [opening, last].map((at) => fragments[at]?.kind === 'cell')
  return {
    first: startsAtCell ? withRepeats(fragments, opening, -1) : opening,
    start: startsAtCell ? 0 : before.replace(/[\s（(“"『「〔【]+$/, '').length,
    last: endsAtCell ? withRepeats(fragments, last, 1) : last,
    end: endsAtCell ? Number.POSITIVE_INFINITY : Math.max(...own),
  }
}

/** A merged label may be printed again in each cell that it covers, before or behind the one that was found. */
function withRepeats(fragments: readonly Fragment[], from: number, step: 1 | -1): number {
  const isOfTable = (one: Fragment | undefined) =>
    one?.kind === 'cell' && (!isPrinted(one) || isLabelWords(hanOnly(one.text)))
  let at = from
  while (isOfTable(fragments[at + step])) at += step
  return at
}

/** What is left of the fragment at `index` when the regions, in any order, are cut out of it. */
export function outside(
  fragment: Fragment,
  index: number,
  regions: readonly Region[],
): readonly Fragment[] {
  if (regions.some(({ first, last }) => first < index && index < last)) return []
  const cuts = regions.filter(({ first, last }) => first === index || last === index)
  if (cuts.length === 0) return [fragment]
  const length = fragment.text.length
  const spans = cuts
    .map(({ first, start, last, end }) => ({
      from: index === first ? start : 0,
      to: index === last ? Math.min(end, length) : length,
    }))
    .sort((a, b) => a.from - b.from)
  const edges = [0, ...spans.flatMap(({ from, to }) => [from, to]), length]
  return Array.from({ length: spans.length + 1 }, (_, i) =>
    sliceOf(fragment, edges[2 * i] ?? 0, edges[2 * i + 1] ?? 0),
  ).filter(isPrinted)
}
