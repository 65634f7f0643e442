import type { ProofreadInput, TextPart } from '../input.js'

/** A match of a pattern in a part. */
export type Match = {
  readonly part: TextPart
  readonly groups: RegExpMatchArray
  readonly start: number
  readonly end: number
}

/** Every match of a global pattern in the parts, in reading order. */
export function matchesIn(parts: readonly TextPart[], pattern: RegExp): Match[] {
  return parts.flatMap((part) =>
    allMatches(part.text, pattern).map((groups) => ({
      part,
      groups,
      start: groups.index,
      end: groups.index + groups[0].length,
    })),
  )
}

/** Every match of a global pattern. `matchAll` copies its pattern, and most texts hold no match: they are searched first. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]
}

/** The `length` characters before `at`. */
export function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at)
}

/** The `length` characters from `at` on. */
export function after(text: string, at: number, length: number): string {
  return text.slice(at, at + length)
}

/** The sentence that holds `at`, up to the marks or line feeds on both sides. */
export function sentenceAround(text: string, at: number): string {
  const start = Math.max(
    ...['。', '；', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, at - 1)),
  )
  const ends = ['。', '；', '！', '？', '\n'].map((mark) => text.indexOf(mark, at))
  const end = Math.min(...ends.filter((one) => one >= 0), text.length)
  return text.slice(start + 1, end)
}

/** Whether `at` stands inside 《》 or “” that open and close in its line. */
export function isQuoted(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return QUOTES.some(([open, close]) => line.lastIndexOf(open) > line.lastIndexOf(close))
}

const QUOTES = [
  ['《', '》'],
  ['“', '”'],
] as const

/** The parts of narrative: introduction and sections, no title, headings, signature. */
export function narrativeParts({ parts }: ProofreadInput): TextPart[] {
  return parts.filter(({ part }) => part === 'intro' || part.startsWith('section/'))
}

/** The text of one part, empty where there is none. */
export function textOf({ parts }: ProofreadInput, key: string): string {
  return parts.find(({ part }) => part === key)?.text ?? ''
}
