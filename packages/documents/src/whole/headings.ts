import { SECTIONS, type SectionNo } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import { hanOnly } from '../align/han.js'
import { likeness } from '../align/near-labels.js'

/** A line that opens one of the six sections. */
export type Heading = {
  readonly no: SectionNo
  readonly fragment: number
  /** The heading as printed, without what follows it in the same line. */
  readonly heading: string
  /** Its words without the number. */
  readonly title: string
  /** Where the section's own text begins in the line, its length where nothing follows. */
  readonly end: number
}

/** Headings of a report that has another form: 一、… to 十、… in order, whatever they say. */
export function findPlainHeadings(fragments: readonly Fragment[]): Heading[] {
  const headings: Heading[] = []
  fragments.forEach(({ text }, fragment) => {
    const [lead = '', no] = /^\s*([一二三四五六七八九十])\s*[、.．]\s*/.exec(text) ?? []
    if (!no || no !== '一二三四五六七八九十'[headings.length]) return
    const end = headingEnd(text, lead.length)
    const title = text.slice(lead.length, end).trim()
    if (title.length < 2 || title.length > LONGEST) return
    headings.push({ no: no as SectionNo, fragment, heading: text.slice(0, end).trim(), title, end })
  })
  return headings
}

/** 一、 一. 1、 1. 第一部分 （一） are told apart: sections have no brackets. */
const NUMBERED = /^\s*(?:第?\s*([一二三四五六])\s*(?:部分|章)?|([1-6１-６]))\s*[、.．,，:：]?\s*/

/** Words that make a numbered line the heading of that section, however the rest is put. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  一: /^(?:总体|基本|概述|工作总体)/,
  二: /主动公开(?!.*申请)/,
  三: /申请.*(?:情况|办理|处理)|依申请公开/,
  四: /复议|诉讼/,
  五: /问题|改进|不足/,
  六: /其他.*(?:事项|情况|报告)|需要报告|其它/,
}

/** No heading is longer; the longest in use has some forty characters. */
const LONGEST = 60

const OFFICIAL = SECTIONS.map(({ no, title }) => ({ no, words: hanOnly(title) }))

type Found = Heading & { readonly worth: number }

/** The six section headings among the fragments: the best chain of them in order, the missing ones left out. */
export function findHeadings(fragments: readonly Fragment[]): Heading[] {
  const found = fragments.flatMap((fragment, index) => headingAt(fragment, index))
  const score: number[] = []
  const before: number[] = []
  found.forEach((heading, j) => {
    let top = 0
    let from = -1
    for (let i = 0; i < j; i++) {
      if ((found[i]?.no ?? '') === heading.no || order(found[i]) >= order(heading)) continue
      if ((score[i] ?? 0) > top) {
        top = score[i] ?? 0
        from = i
      }
    }
    score[j] = top + heading.worth
    before[j] = from
  })
  const best = score.indexOf(Math.max(...score))
  const chain: Heading[] = []
  for (let at = found.length > 0 ? best : -1; at >= 0; at = before[at] ?? -1) {
    chain.unshift(found[at] as Found)
  }
  return chain
}

function order(heading: Heading | undefined): number {
  return SECTIONS.findIndex(({ no }) => no === heading?.no)
}

function headingAt({ text }: Fragment, fragment: number): Found[] {
  const line = text.trim()
  if (line.length < 4) return []
  const { number, rest } = numbered(text)
  const end = headingEnd(text, rest)
  const title = text.slice(rest, end).trim()
  if (title.length > LONGEST || title.length < 2) return []
  const words = hanOnly(title.replace(/[（(].*$/, ''))
  return OFFICIAL.flatMap(({ no, words: official }) => {
    const isNumbered = number === no
    if (!isNumbered && Math.abs(words.length - official.length) > official.length / 4) return []
    const alike = likeness(words, official)
    const isKeyed = isNumbered && (KEYWORDS[no]?.test(words) ?? false)
    if (alike < (isNumbered ? 0.6 : 0.8) && !isKeyed) return []
    const worth = alike + (isNumbered ? 1 : 0)
    return [{ no, fragment, heading: text.slice(0, end).trim(), title, end, worth }]
  })
}

function numbered(text: string): { readonly number: string | null; readonly rest: number } {
  const [whole = '', han, digit] = NUMBERED.exec(text) ?? []
  const number = han ?? (digit && '一二三四五六'['１２３４５６123456'.indexOf(digit) % 6])
  const rest = number ? whole.length : text.length - text.trimStart().length
  return { number: number ?? null, rest }
}

/** A heading ends with its line, or with the first stop when the section's text runs on behind it. */
function headingEnd(text: string, rest: number): number {
  const stop = text.slice(rest).search(/[。：:；;\n]/)
  if (stop < 0) return text.trimEnd().length
  return rest + stop
}
