import { occurrences, type Span, type Stream } from './stream.js'

/** A label that the walk expects, in form order. `words` are its Han characters, the fullest spelling first. */
export type Expected = {
  readonly id: string
  readonly words: readonly string[]
}

/** An expected label that was found, and where. */
export type Anchor = Span & { readonly id: string; readonly order: number; readonly words: string }

/** Han characters between two anchors that no longer make the chain worse: page breaks and repeated headers. */
const MOST_LOSS = 40

/** What one foreign Han character between two anchors costs, in characters of label. */
const LOSS = 0.5

/**
 * The best chain of the expected labels in the stream: labels in form order, as many and as long as
 * possible, with as little other text between them as possible. A word of the narrative that equals a
 * label stands too far off to be worth it. Empty when nothing worth `least` characters was found.
 */
export function findChain(stream: Stream, expected: readonly Expected[], least: number): Anchor[] {
  const found = expected
    .flatMap(({ id, words }, order) => anchorsOf(stream, id, order, words))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const score: number[] = []
  const before: number[] = []
  let best = -1
  found.forEach((anchor, j) => {
    let top = 0
    let from = -1
    for (let i = j - 1; i >= 0; i--) {
      const previous = found[i] as Anchor
      if (previous.order >= anchor.order || previous.end > anchor.start) continue
      const strange = (stream.foreign[anchor.start] ?? 0) - (stream.foreign[previous.end] ?? 0)
      const worth = (score[i] ?? 0) - Math.min(MOST_LOSS, strange * LOSS)
      if (worth > top) {
        top = worth
        from = i
      }
    }
    score[j] = top + (anchor.end - anchor.start) + (isNumbered(stream, anchor) ? OWN_NUMBER : 0)
    before[j] = from
    if (best < 0 || (score[j] ?? 0) > (score[best] ?? 0)) best = j
  })
  if (best < 0 || (score[best] ?? 0) < least) return []
  return backFrom(found, before, best)
}

/** What a label's own number before it is worth: it tells 3.其他 from the column 其他. */
const OWN_NUMBER = 0.5

function isNumbered(stream: Stream, { id, start }: Anchor): boolean {
  const number = /\d$/.exec(id)?.[0]
  if (!number) return false
  const text = stream.fragments[stream.fragment[start] ?? -1]?.text ?? ''
  const before = text.slice(0, stream.offset[start] ?? 0).normalize('NFKC')
  return new RegExp(`${number}\\s*[.、,)]?\\s*$`).test(before)
}

function backFrom(found: readonly Anchor[], before: readonly number[], last: number): Anchor[] {
  const chain: Anchor[] = []
  for (let at = last; at >= 0; at = before[at] ?? -1) chain.unshift(found[at] as Anchor)
  return chain
}

function anchorsOf(stream: Stream, id: string, order: number, words: readonly string[]): Anchor[] {
  const anchors: Anchor[] = []
  const taken = new Set<number>()
  for (const one of words) {
    for (const span of occurrences(stream, one)) {
      if (taken.has(span.end)) continue
      taken.add(span.end)
      anchors.push({ ...span, id, order, words: one })
    }
  }
  return anchors
}
