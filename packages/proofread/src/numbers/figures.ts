import type { TextPart } from '../input.js'
import { originalSpan } from './flat-text.js'
import { clauseBefore, sentencesOf } from './sentence.js'

/** A number of the narrative text; `start` and `end` are offsets in its part and take in the unit. */
export type FigureOfText = {
  readonly part: string
  readonly start: number
  readonly end: number
  /** As printed, a line break inside included. */
  readonly raw: string
  readonly value: number
  readonly unit: string | null
  /** The words before the number that say what is counted. */
  readonly subject: string
}

/** Every number of the text that counts or measures; dates, document numbers, ordinals and telephone numbers are none. */
export function figures(parts: readonly TextPart[]): FigureOfText[] {
  return sentencesOf({ parts }).flatMap((sentence) =>
    sentence.numbers.map(({ start, end, value, unit }, index) => {
      const { part, text } = sentence.part
      const [from, to] = originalSpan(sentence.flat, start, end)
      const subject = clauseBefore(sentence, index)
      return { part, start: from, end: to, raw: text.slice(from, to), value, unit, subject }
    }),
  )
}
