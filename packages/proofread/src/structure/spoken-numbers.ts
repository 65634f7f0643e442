import type { TextPart } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { allMatches, matchesIn } from '../words/text.js'

const OPENING = '(?<=^|[，。；：、！？\\n\\s—）”])'

/** 一是…二是, 第一，…第二，, 其一…其二: each kind runs 1, 2, 3 for itself. */
const KINDS: readonly RegExp[] = [
  `${OPENING}([一二三四五六七八九十])(?:是(?!非)|要(?!素|点|求|件|义))`,
  `${OPENING}第([一二三四五六七八九])(?=[，、：]|是)`,
  `${OPENING}其([一二三四五六])(?=[，、：]|是)`,
].map((kind) => new RegExp(kind, 'g'))

const DIGITS = '零一二三四五六七八九十'
/** Other words that open a list or stand for a number in it. */
const FIRST = /首先|第一|其一|一是|一要|一方面|首要|最主要|先是|首位|一则|一来/

/** Spoken list numbers that repeat, leave one out, or never get past the first. */
export function brokenSpokenNumbers(part: TextPart): Draft[] {
  return [...KINDS.flatMap((kind) => brokenRuns(part, kind)), ...secondWithoutFirst(part)]
}

type Word = { readonly no: number; readonly start: number; readonly text: string }

function brokenRuns(part: TextPart, kind: RegExp): Draft[] {
  const words = allMatches(part.text, kind).map(
    ({ 0: text, 1: digit = '', index: start }): Word => {
      return { no: DIGITS.indexOf(digit), start, text }
    },
  )
  return words.flatMap((word, index) => {
    const before = words[index - 1]
    return [...outOfStep(part, before, word), ...alone(part, word, words[index + 1])]
  })
}

function outOfStep(part: TextPart, before: Word | undefined, word: Word): Draft[] {
  const last = before?.no ?? 0
  if (word.no === 1 || word.no === last + 1) return []
  const passed = part.text.slice(before?.start ?? 0, word.start)
  const missing = word.no - 1
  if (missing > last && hasOther(passed, missing)) return []
  const what =
    word.no === last
      ? '重复'
      : word.no < last
        ? '倒退'
        : `前缺少“${word.text.replace(DIGITS[word.no] ?? '', DIGITS[last + 1] ?? '')}”`
  return [warned(part, word, `“${word.text}”${what}，请核对序号`)]
}

/** 一是 with no second: the list was cut, or it is none. */
function alone(part: TextPart, word: Word, next: Word | undefined): Draft[] {
  if (word.no !== 1 || word.text.startsWith('第') || (next && next.no !== 1)) return []
  const rest = part.text.slice(word.start, next?.start)
  if (hasOther(rest, 2) || /其次|另|再次|同时|此外|最后/.test(rest)) return []
  return [
    warned(part, word, `只有“${word.text}”而没有“${word.text.replace('一', '二')}”，请核对序号`),
  ]
}

function hasOther(text: string, no: number): boolean {
  const digit = DIGITS[no] ?? ''
  if (no === 1 && FIRST.test(text)) return true
  return new RegExp(
    `(?:^|[，。；：、\\n\\s])(?:第|其|（)?${digit}(?!类|项|个|级|审|次|公开)|[（(]?${no}[.、）)]`,
  ).test(text)
}

/** 其次 with nothing that came first. */
function secondWithoutFirst(part: TextPart): Draft[] {
  return matchesIn([part], /(?<=^|[，。；\n])其次(?=[，是、])/g).flatMap(({ groups, start }) => {
    const lead = part.text.slice(0, start)
    if (FIRST.test(lead) || lead.slice(-200).includes('主要')) return []
    return [warned(part, { no: 2, start, text: groups[0] }, '“其次”前没有“首先”，请核对')]
  })
}

function warned(part: TextPart, { start, text }: Word, message: string): Draft {
  return draftAt(part, [start, start + text.length], { severity: 'warning', message })
}
