import { ok, type Result } from '@gongkai/law'
import type { Place } from '@gongkai/report'
import type { Stretch } from './black-out.js'
import { placeText } from './place-text.js'
import type { Passage, RedactRefusal, Withheld } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'
import { withheldAs } from './withheld.js'

/** A stretch of shown text with the place it has: a line, or a cell. */
export type Shown = { readonly text: string; readonly at: Place }

export type Found = {
  /** By index of what is shown. */
  readonly stretches: ReadonlyMap<number, readonly Stretch[]>
  readonly withheld: readonly Withheld[]
  /** The words of each mark. */
  readonly words: readonly string[]
}

type Hit = Omit<Stretch, 'no'> & { readonly index: number }

/** Where each passage stands in what is shown, numbered in its order; refused where one hits no character. */
export function findPassages(
  shown: readonly Shown[],
  passages: readonly Passage[],
): Result<Found, RedactRefusal> {
  const byPlace = Map.groupBy(shown.keys(), (index) => keyOf(shown[index]?.at))
  const marks = passages.map((passage) => ({
    passage,
    hits: (byPlace.get(keyOf(passage.at)) ?? []).flatMap((index) =>
      hitIn(shown[index], index, passage),
    ),
  }))
  const missed = marks.find(({ hits }) => hits.length === 0)
  if (missed) return REDACT_REFUSALS.noSuchPlace(placeText(missed.passage.at))
  const order = ({ hits: [first] }: (typeof marks)[number]) => first ?? { index: 0, start: 0 }
  const sorted = marks.toSorted((a, b) => {
    return order(a).index - order(b).index || order(a).start - order(b).start
  })
  const hits = sorted.flatMap((mark, index) => mark.hits.map((hit) => ({ ...hit, no: index + 1 })))
  return ok({
    stretches: Map.groupBy(hits, ({ index }) => index),
    withheld: sorted.map(({ passage }, i) => withheldAs(i + 1, placeText(passage.at), passage)),
    words: sorted.map(({ hits }) =>
      hits.map(({ index, start, end }) => shown[index]?.text.slice(start, end)).join(''),
    ),
  })
}

/** Paragraphs by their number alone: their lines and passages have offsets in them. */
function keyOf(at: Place | undefined): string {
  return at ? `${at.kind}/${placeText(at)}` : ''
}

function hitIn(shown: Shown | undefined, index: number, passage: Passage): Hit[] {
  if (!shown) return []
  const [start, end] = rangeIn(shown, passage)
  return shown.text.slice(start, end).trim() === '' ? [] : [{ index, start, end }]
}

function rangeIn({ text, at }: Shown, passage: Passage): readonly [number, number] {
  const [from, to] =
    passage.at.kind === 'paragraph' && at.kind === 'paragraph'
      ? [passage.at.start - at.start, passage.at.end - at.start]
      : (passage.within ?? [0, text.length])
  return [Math.max(0, from), Math.max(0, Math.min(text.length, to))]
}
