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

/** An anchor at the end of the best chain that leads up to it. */
type Link = {
  readonly anchor: Anchor
  readonly before: Link | null
  readonly worth: number
  /** The most that this link or one of those found before it is worth. */
  readonly most: number
}

/**
 * The best chain of the expected labels in the stream: labels in form order, as many and as long as
 * possible, with as little other text between them as possible. A word of the narrative that equals a
 * label stands too far off to be worth it. Empty when nothing worth taking for a table was found.
 */
export function findChain(stream: Stream, expected: readonly Expected[]): Anchor[] {
  const found = expected
    .flatMap((label, order) => anchorsOf(stream, label, order))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const links: Link[] = []
  for (const anchor of found) links.push(linkTo(stream, anchor, links))
  const most = links.at(-1)?.most ?? 0
  return most < LEAST ? [] : anchorsUpTo(links.find(({ worth }) => worth === most) ?? null)
}

function linkTo(stream: Stream, anchor: Anchor, links: readonly Link[]): Link {
  let top = 0
  let before: Link | null = null
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i]
    if (!link || link.most <= top) break
    if (link.anchor.order >= anchor.order || link.anchor.end > anchor.start) continue
    const worth = link.worth - lossBetween(stream, link.anchor, anchor)
    if (worth > top) {
      top = worth
      before = link
    }
  }
  const worth = top + worthOf(anchor) + (isNumbered(stream, anchor) ? OWN_NUMBER : 0)
  return { anchor, before, worth, most: Math.max(worth, links.at(-1)?.most ?? 0) }
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
  const text = fragmentAt(stream, start)?.text.slice(0, stream.offset[start]) ?? ''
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
