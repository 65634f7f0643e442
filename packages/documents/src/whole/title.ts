import type { Trace } from '@gongkai/report'
import { type Fragment, sliceOf } from '../align/fragments.js'
import { bodyName } from './body-name.js'
import { pageResidue } from './page-residue.js'
import { type TitleWords, titleWords, YEAR } from './title-words.js'
import { type Stretch, titleStretches } from './undecorated.js'

/** The line or lines that name the report. */
export type Title = TitleWords & {
  /** Without blanks, and without what the page prints around it. */
  readonly title: string
  /** First and last fragment; of a title that stands only in the page's head, `to` is before `from`. */
  readonly from: number
  readonly to: number
  /** Where the title stands in each of its fragments. */
  readonly parts: readonly TitlePart[]
  /** Whether other things stand in the line: a breadcrumb, the site's name. */
  readonly isAmong: boolean
}

type TitlePart = Stretch & { readonly fragment: number }

/** The title stands within so many fragments from the start, saved pages with their menus included. */
const SEARCHED = 2000
/** A title takes so many lines at most. */
const MOST_LINES = 3
/** A title that names neither body nor year is also a menu's: it stands so close before the first section. */
const NEAREST = 8

/**
 * The title among the fragments before `limit` (the first heading): the last full one that stands before
 * the report's text, as menus, breadcrumbs and other reports' titles come first; sooner the one that the page's
 * head states (`known`). A title broken over up to three lines is joined. Where none is printed, the one of the head.
 */
export function findTitle(
  fragments: readonly Fragment[],
  limit: number,
  known: string,
): Title | null {
  const stated = plainTitle(known)
  const worth = ({ title, authority, year, isAmong }: Title) =>
    (stated.includes(title) ? 4 : 0) + (authority ? 2 : 0) + (year ? 2 : 0) - (isAmong ? 1 : 0)
  let best: Title | null = null
  for (let to = 0; to < Math.min(limit, SEARCHED); to++) {
    for (const found of titlesEndingAt(fragments, to)) {
      if (!found.authority && !found.year && to < limit - NEAREST) continue
      if (!best || worth(found) >= worth(best)) best = found
    }
  }
  const ofHead = titleOfHead(known)
  if (!best || !ofHead) return best ?? ofHead
  return { ...best, year: best.year ?? ofHead.year, authority: best.authority ?? ofHead.authority }
}

/** The title in the head of a page or before the text of a Markdown file. */
function titleOfHead(known: string): Title | null {
  const found = titleStretches(known).flatMap(({ start, end }) => {
    const title = plainTitle(known.slice(start, end))
    const words = titleWords(title)
    return words ? [{ ...words, title, from: 0, to: -1, parts: [], isAmong: false }] : []
  })
  return found.find(({ year }) => year) ?? found[0] ?? null
}

/** A line took all of a title but its last character. */
const LAST_SIGN = /^\s*告\s*$/

/** Titles whose last line is the fragment `to`, the longest last. */
function titlesEndingAt(fragments: readonly Fragment[], to: number): Title[] {
  const { text } = fragments[to] ?? { text: '' }
  if (!/[报報年]/.test(text) && !LAST_SIGN.test(text)) return []
  const stretches = titleStretches(text)
  const whole = stretches.length === 1
  const found = stretches.flatMap((stretch) =>
    titleOf(fragments, [{ fragment: to, ...stretch }], !whole),
  )
  const [last] = stretches
  if (
    !whole ||
    !last ||
    !/[报報]\s*告|^告$|年\s*[报報]|度?\s*[）)]$|年\s*度?$/.test(fragments[to]?.text.trim() ?? '')
  )
    return found
  let parts: readonly TitlePart[] = [{ fragment: to, ...last }]
  for (
    let from = to - 1;
    from >= 0 && to - from <= MOST_LINES && parts.length < MOST_LINES;
    from--
  ) {
    const { text } = fragments[from] ?? { text: '' }
    if (text.trim() === '') continue
    const [above, ...others] = titleStretches(text)
    if (!above || others.length > 0 || pageResidue(text)) break
    parts = [{ fragment: from, ...above }, ...parts]
    if (isBroken(parts.map((part) => wordsIn(fragments, part)))) {
      found.push(...titleOf(fragments, parts, false))
    }
  }
  return found
}

function wordsIn(fragments: readonly Fragment[], { fragment, start, end }: TitlePart): string {
  return plainTitle(fragments[fragment]?.text.slice(start, end) ?? '')
}

function titleOf(
  fragments: readonly Fragment[],
  parts: readonly TitlePart[],
  isAmong: boolean,
): Title[] {
  const joined = parts.map((part) => wordsIn(fragments, part)).join('')
  const isQuoted = /^《[^《》]*》$/.test(joined)
  const title = isQuoted ? joined.slice(1, -1) : joined
  const words = titleWords(title)
  const [from, to] = [parts[0]?.fragment ?? 0, parts.at(-1)?.fragment ?? 0]
  if (!words) return []
  return [{ ...words, title, from, to, parts: isQuoted ? unquoted(parts) : parts, isAmong }]
}

/** The parts without the first and the last character, which are quotation marks. */
function unquoted(parts: readonly TitlePart[]): TitlePart[] {
  return parts.map(({ fragment, start, end }, at) => ({
    fragment,
    start: at === 0 ? start + 1 : start,
    end: at === parts.length - 1 ? end - 1 : end,
  }))
}

const BARE_YEAR = new RegExp(`^[（(]?${YEAR}年度?[)）]?$`)

/** Whether lines are one title: a body's name or words with a year come first, and no line but the last is a title by itself. */
function isBroken(parts: readonly string[]): boolean {
  const [first = ''] = parts
  const last = parts.at(-1) ?? ''
  const isYear = BARE_YEAR.test(last)
  const whole = parts.slice(0, -1).findIndex((part) => titleWords(part))
  if (whole >= 0 && !(isYear && whole === parts.length - 2)) return false
  return (
    isYear || /^[关關]于/.test(first) || new RegExp(YEAR).test(first) || bodyName(first) !== null
  )
}

/** A title without the blanks that a conversion leaves in it. */
export function plainTitle(title: string): string {
  return title.replace(/[\s\u3000\u200b\ufeff]+/g, '')
}

/** Which stretch of the plain title stands where in the source. */
export function titleTrace(fragments: readonly Fragment[], { parts }: Title): Trace[] {
  let from = 0
  return parts.flatMap(({ fragment, start, end }): Trace[] => {
    const line = fragments[fragment]
    if (!line) return []
    const { text, at } = sliceOf(line, start, end)
    const trace: Trace = { part: 'title', start: from, end: from + plainTitle(text).length, at }
    from = trace.end
    return [trace]
  })
}
