import { isLabelWords } from './expected.js'
import type { Fragment } from './fragments.js'
import { hanText } from './han.js'

/** The Han characters of a stretch of fragments in a row, each knowing where it came from. */
export type Stream = {
  /** All fragments of the document; the stretch ends before `end`. */
  readonly fragments: readonly Fragment[]
  readonly end: number
  readonly chars: string
  /** For each character: the index of its fragment, and its index in that fragment's text. */
  readonly fragment: readonly number[]
  readonly offset: readonly number[]
  /** For each character, and once more for the end: how many characters before it are in fragments that are no label. */
  readonly foreign: readonly number[]
}

/** A run of characters of the stream, `end` excluded. */
export type Span = { readonly start: number; readonly end: number }

/** The Han characters of `fragments` as one stream, in which no label can hide behind a cell's edge. */
export function streamOf(fragments: readonly Fragment[]): Stream {
  let chars = ''
  const fragment: number[] = []
  const offset: number[] = []
  const foreign: number[] = [0]
  let strange = 0
  fragments.forEach(({ text }, at) => {
    const han = hanText(text)
    chars += han.chars
    const step = isLabelWords(han.chars) ? 0 : 1
    for (const index of han.index) {
      fragment.push(at)
      offset.push(index)
      strange += step
      foreign.push(strange)
    }
  })
  return { fragments, end: fragments.length, chars, fragment, offset, foreign }
}

/** The part of the stream that the fragments `from` to `to` (excluded) make. */
export function zoneOf(stream: Stream, from: number, to: number): Stream {
  const { fragment } = stream
  const start = countBelow(fragment, from)
  const end = countBelow(fragment, to)
  return {
    fragments: stream.fragments,
    end: to,
    chars: stream.chars.slice(start, end),
    fragment: fragment.slice(start, end),
    offset: stream.offset.slice(start, end),
    foreign: stream.foreign.slice(start, end + 1),
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  const count = sorted.findIndex((at) => at >= limit)
  return count < 0 ? sorted.length : count
}

/** The fragment that the character `at` of the stream stands in. */
export function fragmentAt(stream: Stream, at: number): Fragment | undefined {
  return stream.fragments[stream.fragment[at] ?? -1]
}

/** Every place where `words` stand in the stream. */
export function occurrences(stream: Stream, words: string): Span[] {
  const spans: Span[] = []
  for (let at = stream.chars.indexOf(words); at >= 0; at = stream.chars.indexOf(words, at + 1)) {
    spans.push({ start: at, end: at + words.length })
  }
  return spans
}
