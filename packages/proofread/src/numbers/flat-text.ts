import type { TextPart } from '../input.js'

/** A part's text with blanks and broken lines taken out; character `k` of it stands at `at[k]` of the part. */
export type FlatText = { readonly text: string; readonly at: readonly number[] }

// Full-width forms and half-width punctuation that mean the same; digits are mapped by their code.
const SAME: Readonly<Record<string, string>> = {
  '％': '%',
  '．': '.',
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
}

// Most characters are these and stay as they are.
const FIRST_HAN = '\u4e00'
const LAST_HAN = '\u9fff'
const BLANK = /[^\S\n]/
const WORD = /[A-Za-z0-9]/
// A line that starts a new item: 一、 （一） 1. （1） ①
const ITEM =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])/
// A line that goes on with what the line before left open: a unit, a digit, closing punctuation.
const GOES_ON = /^\s*[条件次个篇期人名家份万元%，。；、）]/

/** `text` as one reads it: width made one, blanks gone, a line that breaks in mid-sentence joined to the next. */
function flatten(text: string): FlatText {
  const breaks = keptBreaks(text)
  const at: number[] = []
  let flat = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char >= FIRST_HAN && char <= LAST_HAN) {
      flat += char
      at.push(i)
      continue
    }
    if (char === '\n' ? !breaks.has(i) : BLANK.test(char) && !betweenWords(text, i)) continue
    flat += char === '\n' || isGrouping(text, i) ? char : plain(char)
    at.push(i)
  }
  return { text: flat, at }
}

const known = new WeakMap<TextPart, FlatText>()

/** The flat text of a part, made once for as long as the part lives. */
export function flatOf(part: TextPart): FlatText {
  const flat = known.get(part) ?? flatten(part.text)
  known.set(part, flat)
  return flat
}

/** The words of `text` after the last of the characters `stops`. */
export function afterLast(stops: string, text: string): string {
  let from = text.length
  while (from > 0 && !stops.includes(text[from - 1] ?? '')) from--
  return text.slice(from)
}

/** The stretch of the part that the flat stretch `from` to `to` (not empty) stands for. */
export function originalSpan({ at }: FlatText, from: number, to: number): [number, number] {
  return [at[from] ?? 0, (at[to - 1] ?? 0) + 1]
}

function plain(char: string): string {
  const code = char.charCodeAt(0)
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0)
  return SAME[char] ?? char
}

function betweenWords(text: string, i: number): boolean {
  return WORD.test(text[i - 1] ?? '') && WORD.test(text[i + 1] ?? '')
}

/** Whether the character is the comma or colon inside `12,345` or `9:30`. */
function isGrouping(text: string, i: number): boolean {
  const char = text[i]
  if (char !== ',' && char !== ':') return false
  const digits = char === ',' ? /^\d{3}(?!\d)/ : /^\d{2}/
  return /\d/.test(text[i - 1] ?? '') && digits.test(text.slice(i + 1, i + 5))
}

/** A break is one or more line feeds with nothing but blanks between: a page break in mid-sentence has two. */
function keptBreaks(text: string): ReadonlySet<number> {
  const kept = new Set<number>()
  let start = 0
  for (const { 0: gap, index } of text.matchAll(/\n\s*/g)) {
    const next = index + gap.length
    if (!isBroken(text.slice(start, index), text.slice(next, next + 40))) kept.add(index)
    start = next
  }
  return kept
}

/** Whether a line ends in mid-sentence: it has a comma or a stop, ends without one, and no item follows. */
function isBroken(line: string, next: string): boolean {
  const end = line.trimEnd()
  if (/[。！？；：:;]$/.test(end) || ITEM.test(next) || end === '' || next.trim() === '')
    return false
  return (/\d$/.test(end) && GOES_ON.test(next)) || /[，。,；]/.test(end)
}
