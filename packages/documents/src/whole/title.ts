import type { Trace } from '@gongkai/report'
import { type Fragment, sliceOf } from '../align/fragments.js'

/** The line or lines that name the report. */
export type Title = {
  readonly title: string
  /** First and last fragment. */
  readonly from: number
  readonly to: number
  readonly year: number | null
  /** What stands before the year. */
  readonly authority: string | null
}

/** …2023年（度）…政府信息公开…（年度）报告 / 年报; blanks anywhere. */
const TITLE =
  /^[\s《]*(.{0,60}?)\s*[（(]?((?:20|２０)[0-9０-９\s]{2,4}|二[〇○零0]\s*[一二]\s*[〇○零一二三四五六七八九])\s*[)）]?\s*年\s*(?:度)?(.{0,40}?)(?:报\s*告|年\s*报)\s*[》]?\s*(?:[（(].{0,12}[)）])?$/

const SUBJECT = /信\s*息\s*公\s*开|政\s*务\s*公\s*开/

/** The title stands within so many fragments from the start, saved pages with their menus included. */
const SEARCHED = 2000

/**
 * The title among the fragments before `limit` (the first heading): the last full one that stands before
 * the report's text, as menus, breadcrumbs and other reports' titles come first; sooner the one that the page's
 * head states (`known`). A title broken over up to three lines is joined.
 */
export function findTitle(
  fragments: readonly Fragment[],
  limit: number,
  known: string,
): Title | null {
  const stated = plainTitle(known)
  const worth = ({ title, authority }: Title) =>
    (stated.includes(plainTitle(title)) ? 2 : 0) + (authority ? 1 : 0)
  let best: Title | null = null
  for (let to = 0; to < Math.min(limit, SEARCHED); to++) {
    for (let from = to; from >= Math.max(0, to - 3); from--) {
      const found = titleAt(fragments, from, to)
      if (found && (!best || worth(found) >= worth(best))) best = found
      if (found?.authority) break
    }
  }
  return best
}

function titleAt(fragments: readonly Fragment[], from: number, to: number): Title | null {
  const lines = fragments.slice(from, to + 1).map(({ text }) => text.trim())
  if (!lines[0] || !lines.at(-1)) return null
  const parts = lines.filter((line) => line !== '')
  if (parts.length > 3 || parts.some((line) => /[。！？；>＞]/.test(line) || line.length > 80))
    return null
  const joined = parts.join('')
  const match = TITLE.exec(joined)
  if (!match || !SUBJECT.test(joined)) return null
  if (parts.length > 1 && !isBroken(parts)) return null
  const [, name = '', year = ''] = match
  return {
    title: parts.join(parts.length > 1 ? '' : ' ').replace(/^《|》$/g, ''),
    from,
    to,
    year: yearOf(year),
    authority: authorityOf(name),
  }
}

/** Lines above the last one are parts of a title, and no menu: the name of a body, or words with a year. */
function isBroken(parts: readonly string[]): boolean {
  const [first = ''] = parts
  return /(?:20|２０)[\d０-９]{2}/.test(first) || BODY.test(first.replace(/\s/g, ''))
}

const BODY = /(?:政府|局|委|办|处|厅|院|会|街道|镇|乡|中心|办公室)(?:关于)?$/

function yearOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (/^\d{4}$/.test(plain)) return Number(plain)
  const digits = [...plain]
    .map((one) => '零一二三四五六七八九'.indexOf(one.replace(/[〇○0]/, '零')))
    .join('')
  return /^\d{4}$/.test(digits) ? Number(digits) : null
}

/** A name without what leads up to it: 关于, 附件, a number, quotation marks, blanks. */
function authorityOf(name: string): string | null {
  const plain = name
    .replace(/[\s\u3000]/g, '')
    .replace(/^(?:附件\d*[:：]?|\d+[.、]|关于|发布|公布|印发|标题[:：]?)+/, '')
    .replace(/(?:关于|的|[:：\-—_])$/, '')
  return /[\u4e00-\u9fff]{2}/.test(plain) ? plain : null
}

/** A title without the blanks that a conversion leaves in it. */
export function plainTitle(title: string): string {
  return title.replace(/[\s\u3000]+/g, '')
}

/** Which stretch of the plain title stands where in the source. */
export function titleTrace(fragments: readonly Fragment[], { from, to }: Title): Trace[] {
  let start = 0
  return fragments.slice(from, to + 1).flatMap((line): Trace[] => {
    const text = line.text.trim()
    if (text === '') return []
    const lead = line.text.length - line.text.trimStart().length
    const { at } = sliceOf(line, lead, lead + text.length)
    const end = start + plainTitle(text).length
    const trace: Trace = { part: 'title', start, end, at }
    start = end
    return [trace]
  })
}
