import type { TextPart } from '../input.js'
import { type Draft, type DraftWords, draftAt } from '../rule.js'
import { afterLast, type FlatText, flatOf, originalSpan } from './flat-text.js'
import { numbersIn, type TextNumber } from './text-number.js'

/** A sentence of the narrative with its numbers. */
export type Sentence = {
  readonly part: TextPart
  readonly flat: FlatText
  /** Offsets in the flat text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The heading or lead-in line it stands under, empty where there is none. */
  readonly under: string
  readonly numbers: readonly TextNumber[]
}

/** Every sentence of the introduction and the sections. */
export function sentencesOf(input: { readonly parts: readonly TextPart[] }): readonly Sentence[] {
  return input.parts.filter(({ part }) => isNarrative(part)).flatMap(sentencesOfPart)
}

/** Whether a part is running text, and not a title, a heading or the signature. */
export function isNarrative(part: string): boolean {
  return part !== 'title' && part !== 'signature' && !part.startsWith('heading/')
}

/** A finding on the flat stretch `from` to `to` of the sentence's part. */
export function draftOn(
  { part, flat }: Pick<Sentence, 'part' | 'flat'>,
  [from, to]: readonly [number, number],
  words: DraftWords,
): Draft {
  return draftAt(part, originalSpan(flat, from, to), words)
}

/** The words between the last comma, stop, bracket or number and the number at `index`. */
export function clauseBefore(sentence: Sentence, index: number): string {
  return afterLast('，；：、（）。', segmentBefore(sentence, index))
}

/** All that stands between the number before, or the start of the sentence, and the number at `index`. */
export function segmentBefore({ flat, start, numbers }: Sentence, index: number): string {
  const from = numbers[index - 1]?.end ?? start
  return flat.text.slice(from, numbers[index]?.start ?? from)
}

/** The words after the number at `index` up to the next comma, stop, bracket or number. */
export function clauseAfter({ flat, end, numbers }: Sentence, index: number): string {
  const text = flat.text.slice(numbers[index]?.end ?? end, numbers[index + 1]?.start ?? end)
  return text.slice(0, text.search(/[，；：、（）。]|$/))
}

/** What was printed: the number with its unit. */
export function printed(
  { flat }: Sentence,
  { start, end }: Pick<TextNumber, 'start' | 'end'>,
): string {
  return flat.text.slice(start, end)
}

// 共115条。其中，…: the parts go on with the sentence that has their total. A sentence of more than 2000 characters is
// none: as each number is held against all that stands before it, it is cut.
const STOP = /[^。！？\n]{1,2000}(?:。\n?(?=其中)[^。！？\n]{1,2000}){0,9}[。！？]?/g

function sentencesOfPart(part: TextPart): Sentence[] {
  const flat = flatOf(part)
  const numbers = numbersIn(flat)
  let next = 0
  let under = ''
  return Array.from(flat.text.matchAll(STOP), ({ 0: text, index: start }) => {
    const end = start + text.length
    const first = next
    while ((numbers[next]?.start ?? end) < end) next++
    const own = numbers.slice(first, next)
    if (isLine(flat.text, start, end) && !/[。！？；]$/.test(text)) under = text
    return { part, flat, start, end, text, under, numbers: own }
  })
}

function isLine(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n')
}
