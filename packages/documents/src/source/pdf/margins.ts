import type { Residue } from '@gongkai/report'
import { boxAround, rounded } from './geometry.js'
import type { PageContent } from './page-content.js'
import type { PageItem, PageLine } from './page-items.js'

/** The lines of one page and how high the page is. */
export type ItemsOfPage = { readonly height: number; readonly items: readonly PageItem[] }

/** What is printed on every page beside the text, taken out of it and listed. */
export type WithoutMargins = {
  readonly pages: readonly (readonly PageItem[])[]
  readonly residue: readonly Residue[]
}

/** Headers and footers stand within this part of the page's height from its edge. */
const MARGIN = 0.12

/** A header must stand on so many pages before it is one. */
const REPEATED = 3

/**
 * Takes page numbers and repeated headers and footers off the pages: a line in the upper or lower margin
 * that is a page number, or that stands in the same place on three pages, digits not compared.
 */
export function withoutMargins(pages: readonly ItemsOfPage[]): WithoutMargins {
  const found = pages.map((page) => page.items.filter((item) => isInMargin(item, page.height)))
  const counts = new Map<string, number>()
  for (const key of found.flatMap((items) => [...new Set(items.flatMap(keysOf))])) {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const numbers = pageNumbers(found)
  const isMargin = (item: PageItem) =>
    numbers.has(item) || keysOf(item).some((key) => (counts.get(key) ?? 0) >= REPEATED)
  const margins = found.map((items) => new Set<PageItem>(items.filter(isMargin)))
  return {
    pages: pages.map(({ items }, i) => items.filter((item) => !margins[i]?.has(item))),
    residue: margins.flatMap((items) => [...items].map(residueOf)),
  }
}

/** Text that runs across the page, one piece of residue a page: a watermark is no text of the report. */
export function turnedResidue(pages: readonly PageContent[]): Residue[] {
  return pages.flatMap(({ turned }, i): Residue[] => {
    const text = turned
      .map((glyph) => glyph.text)
      .join('')
      .trim()
    const box = boxAround(turned.map(({ left, right, base }) => [left, base, right, base]))
    const at = { kind: 'page', page: i + 1, box: rounded(box) } as const
    return text === '' ? [] : [{ kind: 'other', text, at }]
  })
}

function isInMargin(item: PageItem, height: number): item is PageLine {
  if (item.kind !== 'line') return false
  const [, top, , bottom] = item.box
  return bottom < height * MARGIN || top > height * (1 - MARGIN)
}

/** Words and the height at which they stand, numbers aside; a line without words has none. */
function keysOf(item: PageItem): string[] {
  const words = textOf(item).replace(/\d+/g, '#')
  return /\p{L}/u.test(words) ? [`${Math.round(item.box[1] / 3)}|${words}`] : []
}

function textOf(item: PageItem): string {
  return item.kind === 'line' ? item.runs.map(({ text }) => text).join(' ') : ''
}

/** `- 3 -`, `第 3 页 共 8 页`, `3/8`. */
const PAGE_NUMBER =
  /^(?:[-–—－―]\s*\d{1,3}\s*[-–—－―]|第\s*\d{1,3}\s*页.{0,3}(?:共\s*\d{1,3}\s*页)?.?|\d{1,3}\s*[/／]\s*\d{1,3})$/

const BARE_NUMBER = /^\d{1,3}$/

/** Lines that are page numbers; a number alone is one where the next page counts on or the last one back. */
function pageNumbers(found: readonly (readonly PageLine[])[]): Set<PageItem> {
  const bare = found.map((items) => items.filter((item) => BARE_NUMBER.test(textOf(item))))
  const isCounted = (item: PageItem, page: number, step: number) =>
    bare[page + step]?.some(
      (other) =>
        Number(textOf(other)) === Number(textOf(item)) + step &&
        Math.abs(other.box[1] - item.box[1]) < 3,
    ) ?? false
  return new Set<PageItem>([
    ...found.flat().filter((item) => PAGE_NUMBER.test(textOf(item))),
    ...bare.flatMap((items, i) =>
      items.filter((item) => isCounted(item, i, 1) || isCounted(item, i, -1)),
    ),
  ])
}

function residueOf(item: PageItem): Residue {
  const text = textOf(item)
  const isNumber = PAGE_NUMBER.test(text) || BARE_NUMBER.test(text)
  const at = { kind: 'page', page: item.page, box: rounded(item.box) } as const
  return { kind: isNumber ? 'page-number' : 'other', text, at }
}
