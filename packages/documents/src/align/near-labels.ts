import type { Anchor } from './chain.js'
import type { Expected } from './expected.js'
import { likeness } from './likeness.js'
import type { Span, Stream } from './stream.js'

/** How alike a printed run must be to a missing label to be taken for it, from 0 to 1. */
const ALIKE = 0.5

/** A column of 表三 that is called like one of its rows. */
const COMMON = '其他'

type Missing = Expected & { readonly order: number }

/**
 * Labels of rows that are missing from the chain but stand between their neighbours in other words: a
 * wrong character, a word swapped. The chain with them put in. What spells a row that was found is that row once more.
 */
export function withNearLabels(
  stream: Stream,
  chain: readonly Anchor[],
  expected: readonly Expected[],
): Anchor[] {
  const rows = expected
    .map((label, order) => ({ ...label, order }))
    .filter(({ kind }) => kind === 'row')
  const found = rowsByWords(chain, expected)
  return chain.flatMap((anchor, i) => {
    const next = chain[i + 1]
    if (!next) return [anchor]
    const missing = rows.filter(({ order }) => anchor.order < order && order < next.order)
    if (missing.length === 0) return [anchor]
    const runs = runsOf(stream, anchor.end, next.start).filter(
      ({ start, end }) => !found.has(stream.chars.slice(start, end)),
    )
    return [anchor, ...alike(stream, runs, missing)]
  })
}

function alike(stream: Stream, runs: readonly Span[], missing: readonly Missing[]): Anchor[] {
  const found: Anchor[] = []
  let from = 0
  for (const run of runs) {
    const text = stream.chars.slice(run.start, run.end)
    const at = missing.findIndex(
      ({ words }, i) => i >= from && words.some((one) => likeness(text, one, ALIKE) >= ALIKE),
    )
    const label = missing[at]
    if (!label) continue
    const { words: _, ...own } = label
    found.push({ ...run, ...own })
    from = at + 1
  }
  return found
}

/** Runs of Han characters from `start` to `end` with no digit and no whole fragment between them. */
export function runsOf(stream: Stream, start: number, end: number): Span[] {
  const runs: Span[] = []
  let from = start
  for (let i = start + 1; i <= end; i++) {
    if (i < end && !isApart(stream, i - 1, i)) continue
    if (i > from) runs.push({ start: from, end: i })
    from = i
  }
  return runs
}

function isApart(stream: Stream, a: number, b: number): boolean {
  const [first = 0, second = 0] = [stream.fragment[a], stream.fragment[b]]
  if (second - first > 1) return true
  const text = stream.fragments[first]?.text ?? ''
  const [from = 0, to = 0] = [stream.offset[a], stream.offset[b]]
  const between =
    first === second
      ? text.slice(from + 1, to)
      : text.slice(from + 1) + (stream.fragments[second]?.text ?? '').slice(0, to)
  return /[0-9０-９]/.test(between)
}

/** The rows of a chain by each spelling of their labels. */
export function rowsByWords(
  chain: readonly Anchor[],
  expected: readonly Expected[],
): ReadonlyMap<string, Anchor> {
  const rows = chain.filter(({ kind }) => kind === 'row')
  return new Map(
    rows.flatMap((row) => {
      const own = expected.find(
        ({ kind, block, label }) => kind === 'row' && block === row.block && label === row.label,
      )
      return own?.words.filter((one) => one !== COMMON).map((one) => [one, row] as const) ?? []
    }),
  )
}
