import { SECTIONS, type SectionNo, type Trace } from '@gongkai/report'
import { type Fragment, sliceOf } from '../align/fragments.js'
import { hanOnly } from '../align/han.js'
import { likeness } from '../align/likeness.js'

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

/** Where the heading of a section stands in the source. */
export function headingTrace(fragments: readonly Fragment[], heading: Heading): Trace[] {
  const line = fragments[heading.fragment]
  if (!line) return []
  const lead = Math.max(0, line.text.indexOf(heading.heading))
  const length = heading.heading.length
  const { at } = sliceOf(line, lead, lead + length)
  return [{ part: `heading/${heading.no}`, start: 0, end: length, at }]
}

/** Headings of a report that has another form: 一、… to 十、… in order, whatever they say. */
export function findPlainHeadings(fragments: readonly Fragment[]): Heading[] {
  const headings: Heading[] = []
  fragments.forEach(({ text }, fragment) => {
    const [lead = '', printed] = /^\s*([一二三四五六七八九十])\s*[、.．]\s*/.exec(text) ?? []
    const no = NUMBERS[headings.length]
    if (!no || printed !== no) return
    const end = headingEnd(text, lead.length)
    const title = text.slice(lead.length, end).trim()
    if (title.length < SHORTEST || title.length > LONGEST) return
    headings.push({
      no,
      fragment,
      heading: text.slice(0, end).trim(),
      title,
      end: textStart(text, end),
    })
  })
  return headings
}

const NUMBERS: readonly SectionNo[] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The number of a section: 一、 一. 1、 1. 第一部分; not 2023年 nor 二是. Without a mark behind it only before official words. */
const NUMBERED =
  /^[\s*#●○►▶■□◆◇▪·【《“"]*(?:第\s*([一二三四五六])\s*(?:部分|章)[\s、.．,，:：]*|([一二三四五六1-6１-６])(?:\s*[、.．,，:：]\s*|\s+|(?=总体|主动|收到|政府|存在|其他)))/

/** （二）: the number of a part of a section, on a section's heading by mistake. It says nothing of which section it is. */
const BRACKETED = /^\s*[（(][一二三四五六七八九十\d]{1,2}[)）]\s*/

/** Words that make a numbered line the heading of that section, however the rest is put. */
export const KEYWORDS: Readonly<Record<string, RegExp>> = {
  一: /^(?:总体|基本|概述|工作总体)/,
  二: /主动公开(?!.*申请)/,
  三: /申请.*(?:情况|办理|处理)|依申请公开/,
  四: /复议|诉讼/,
  五: /问题|改进|不足/,
  六: /其他.*(?:事项|情况|报告)|需要报告|其它/,
}

/** No heading is longer; the longest in use has some forty characters. */
const LONGEST = 60
/** None is shorter: 概述. */
const SHORTEST = 2

/** How alike to the official words a heading must be, and one that has its number. */
const ALIKE = 0.8
const NUMBERED_ALIKE = 0.6

const OFFICIAL = SECTIONS.map(({ no, title }) => ({ no, words: hanOnly(title) }))

type Found = Heading & { readonly worth: number }

/** Headings in the order of the sections, and what they are worth together. */
type Chain = { readonly headings: readonly Heading[]; readonly worth: number }

const EMPTY: Chain = { headings: [], worth: 0 }

/** The six section headings among the fragments: the best chain of them in order, the missing ones left out. */
export function findHeadings(fragments: readonly Fragment[]): readonly Heading[] {
  /** For each section the best chain that ends with its heading. */
  const best = OFFICIAL.map(() => EMPTY)
  const bestUpTo = (order: number) =>
    best.slice(0, order).reduce((top, chain) => (chain.worth > top.worth ? chain : top), EMPTY)
  for (const heading of withoutContents(fragments, fragments.flatMap(headingsAt))) {
    const order = OFFICIAL.findIndex(({ no }) => no === heading.no)
    const before = bestUpTo(order)
    const worth = before.worth + heading.worth
    if (worth > (best[order]?.worth ?? 0)) {
      best[order] = { headings: [...before.headings, heading], worth }
    }
  }
  return bestUpTo(best.length).headings
}

/** A table of contents names so many sections with nothing between them. */
const LEAST_CONTENTS = 4

/** The headings that are no entries of a table of contents: those follow each other line by line, and come again. */
function withoutContents(
  fragments: readonly Fragment[],
  found: readonly Found[],
): readonly Found[] {
  const runs: Found[][] = []
  for (const heading of found) {
    const above = runs.at(-1)?.at(-1)
    const between = fragments.slice((above?.fragment ?? -1) + 1, heading.fragment)
    const isNext = above && between.every(({ text }) => /^[\s.…·\d]*$/.test(text))
    if (isNext) runs.at(-1)?.push(heading)
    else runs.push([heading])
  }
  const last = new Map(found.map(({ no, fragment }) => [no, fragment]))
  const isContents = (run: readonly Found[]) => {
    const end = run.at(-1)?.fragment ?? 0
    const again = run.filter(({ no }) => (last.get(no) ?? 0) > end)
    return new Set(again.map(({ no }) => no)).size >= LEAST_CONTENTS
  }
  return runs.filter((run) => !isContents(run)).flat()
}

/** One of these stands in every heading of a section, in whichever script. */
const LIKELY = /[总總概基公申复復诉訴问問改不其需]/

/** The headings that a line may be. */
function headingsAt({ text }: Fragment, fragment: number): Found[] {
  if (!LIKELY.test(text)) return []
  const { number, rest } = numbered(text)
  const end = headingEnd(text, rest)
  const title = withoutMarks(text.slice(rest, end))
  if (title.length > LONGEST || title.length < SHORTEST) return []
  const heading = withoutMarks(text.slice(0, end))
  const words = hanOnly(title.replace(/[（(].*$/, ''))
  const found = { fragment, heading, title, end: textStart(text, end) }
  return OFFICIAL.flatMap(({ no, words: official }) => {
    const isNumbered = number === no
    const least = isNumbered ? NUMBERED_ALIKE : ALIKE
    const alike = likeness(words, official, isNumbered ? 0 : ALIKE)
    const isKeyed = isNumbered && (KEYWORDS[no]?.test(words) ?? false)
    return alike < least && !isKeyed ? [] : [{ ...found, no, worth: alike + (isNumbered ? 1 : 0) }]
  })
}

/** Bullets, emphasis and quotation marks around a heading are no part of it. */
function withoutMarks(text: string): string {
  return text.replace(/^[\s*#●○►▶■□◆◇▪·【《“"]+|[\s*#】》”"]+$/g, '')
}

function numbered(text: string): { readonly number: string | null; readonly rest: number } {
  const [whole, part, single] = NUMBERED.exec(text) ?? []
  const printed = part ?? single
  const number = printed && '一二三四五六'['一二三四五六１２３４５６123456'.indexOf(printed) % 6]
  const lead = number ? whole : (BRACKETED.exec(text)?.[0] ?? /^\s*/.exec(text)?.[0])
  return { number: number ?? null, rest: lead?.length ?? 0 }
}

/** A heading ends with its line, or with the first stop when the section's text runs on behind it. */
function headingEnd(text: string, rest: number): number {
  // A colon in brackets belongs to a note: （单位：件）.
  const words = text.slice(rest).replace(/[（(][^（）()]*[)）]/g, (note) => '-'.repeat(note.length))
  const stop = words.search(/[。：:；;\n]/)
  if (stop < 0) return text.trimEnd().length
  return rest + stop
}

/** Where the section's own text begins behind a heading that ends at `end`. */
function textStart(text: string, end: number): number {
  return end + (/^[\s。：:；;]*/.exec(text.slice(end))?.[0].length ?? 0)
}
