import type { Expected } from './expected.js'
import { fragmentAt, occurrences, type Span, type Stream } from './stream.js'

/** An expected label that was found: where, and which of the expected ones it is. */
export type Anchor = Span & Omit<Expected, 'words'> & { readonly order: number }

/** A chain must be worth so many characters of label before it is taken for a table. */
const LEAST = 12

/** What one foreign Han character between two anchors costs, in characters of label. */
const LOSS = 0.5

/** Page breaks and repeated headers between two anchors cost no more than this. */
const MOST_LOSS = 40

/** What a label's own number before it is worth: it tells 3.其他 from the column 其他. */
const OWN_NUMBER = 0.5

/** So many characters before a label its own number and what stands between them are looked for. */
const NUMBER_BEFORE = 20

/** An anchor at the end of the best chain that leads up to it; `at` counts the anchors before it. */
type Link = {
  readonly anchor: Anchor
  readonly before: Link | null
  readonly worth: number
  readonly at: number
}

/**
 * Of the chains that end with one label, those that may lead on: the one worth most, and the one worth most after what
 * every foreign character behind it costs. As the cost is the same for all or bounded, no other can be better.
 */
type Ends = { readonly worthiest: Link; readonly nearest: Link }

/**
 * The best chain of the expected labels in the stream: labels in form order, as many and as long as
 * possible, with as little other text between them as possible. A word of the narrative that equals a
 * label stands too far off to be worth it. Empty when nothing worth taking for a table was found.
 */
export function findChain(stream: Stream, expected: readonly Expected[]): Anchor[] {
  const found = expected
    .flatMap((label, order) => anchorsOf(stream, label, order))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const ends: (Ends | null)[] = expected.map(() => null)
  let waiting: Link[] = []
  let best: Link | null = null
  for (const [at, anchor] of found.entries()) {
    for (const link of waiting) if (link.anchor.end <= anchor.start) addTo(ends, link, stream)
    waiting = waiting.filter((link) => link.anchor.end > anchor.start)
    const link = linkTo(stream, anchor, ends, at)
    waiting.push(link)
    if (link.worth > (best?.worth ?? 0)) best = link
  }
  return best && best.worth >= LEAST ? anchorsUpTo(best) : []
}

function addTo(ends: (Ends | null)[], link: Link, { foreign }: Stream): void {
  const { order } = link.anchor
  const { worthiest, nearest } = ends[order] ?? { worthiest: link, nearest: link }
  const worthHere = ({ worth, anchor }: Link) => worth + (foreign[anchor.end] ?? 0) * LOSS
  ends[order] = {
    worthiest: better(worthiest, link, worthiest.worth, link.worth),
    nearest: better(nearest, link, worthHere(nearest), worthHere(link)),
  }
}

/** The one worth more, of equals the later. */
function better(one: Link, other: Link, ofOne: number, ofOther: number): Link {
  return ofOther > ofOne || (ofOther === ofOne && other.at > one.at) ? other : one
}

function linkTo(stream: Stream, anchor: Anchor, ends: readonly (Ends | null)[], at: number): Link {
  let top = 0
  let before: Link | null = null
  const consider = (link: Link) => {
    const worth = link.worth - lossBetween(stream, link.anchor, anchor)
    if (worth <= 0 || worth < top || (worth === top && before && before.at > link.at)) return
    top = worth
    before = link
  }
  for (let order = 0; order < anchor.order; order++) {
    const end = ends[order]
    if (!end) continue
    consider(end.worthiest)
    consider(end.nearest)
  }
  const worth = top + worthOf(anchor) + (isNumbered(stream, anchor) ? OWN_NUMBER : 0)
  return { anchor, before, worth, at }
}

/** A group's label stands in the middle of its rows on some pages: it must not push out that of a row. */
function worthOf({ kind, start, end }: Anchor): number {
  return kind === 'group' ? (end - start) / 2 : end - start
}

function lossBetween({ foreign }: Stream, from: Anchor, to: Anchor): number {
  const strange = (foreign[to.start] ?? 0) - (foreign[from.end] ?? 0)
  return Math.min(MOST_LOSS, strange * LOSS)
}

function isNumbered(stream: Stream, { label, start }: Anchor): boolean {
  const [number] = /^\d/.exec(label) ?? []
  if (!number) return false
  const offset = stream.offset[start] ?? 0
  const text =
    fragmentAt(stream, start)?.text.slice(Math.max(0, offset - NUMBER_BEFORE), offset) ?? ''
  return /(\d)\s*[.、,)]?\s*$/.exec(text.normalize('NFKC'))?.[1] === number
}

function anchorsUpTo(last: Link | null): Anchor[] {
  const chain: Anchor[] = []
  for (let link = last; link; link = link.before) chain.push(link.anchor)
  return chain.reverse()
}

/** Every place where one of the label's spellings stands; of those that end together the fullest. */
function anchorsOf(stream: Stream, { words, ...label }: Expected, order: number): Anchor[] {
  const byEnd = new Map<number, Anchor>()
  for (const span of words.flatMap((one) => occurrences(stream, one))) {
    if (!byEnd.has(span.end)) byEnd.set(span.end, { ...span, ...label, order })
  }
  return [...byEnd.values()]
}
