import { isLabelWords } from './expected.js'
import type { Fragment } from './fragments.js'
import { hanText } from './han.js'

/** All Han characters of the fragments in a row, each knowing where it came from. */
export type Stream = {
  readonly fragments: readonly Fragment[]
  readonly chars: string
  /** For each character: the index of its fragment, and its index in that fragment's text. */
  readonly fragment: readonly number[]
  readonly offset: readonly number[]
  /** For each character, and once more for the end: how many characters before it are in fragments that are no label. */
  readonly foreign: readonly number[]
}

/** A stretch of the stream, `end` excluded. */
export type Span = { readonly start: number; readonly end: number }

/** The Han characters of `fragments` as one stream, from which no label can hide behind a cell's edge. */
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
  return { fragments, chars, fragment, offset, foreign }
}

/** Every place where `words` stand in the stream. */
export function occurrences(stream: Stream, words: string): Span[] {
  const spans: Span[] = []
  for (let at = stream.chars.indexOf(words); at >= 0; at = stream.chars.indexOf(words, at + 1)) {
    spans.push({ start: at, end: at + words.length })
  }
  return spans
}
