import { chineseValue } from '../numbers/numeral.js'

/** The kinds of item marks, from the highest level (GB/T 9704) to the lowest. */
export const MARKS = ['一、', '（一）', '1.', '（1）', '1）', '①'] as const
export type Mark = (typeof MARKS)[number]

/** A line of a part that begins with an item mark, or one that does not (`mark` null). Offsets are those of the part. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly item: {
    readonly mark: Mark
    readonly no: number
    /** The mark as printed: `（一）`, `1、`. */
    readonly printed: string
    readonly start: number
  } | null
}

const ORDINAL = '[一二三四五六七八九十]{1,3}'

// biome-ignore format: aligned
const SHAPES: readonly (readonly [Mark, RegExp])[] = [
  ['一、',   new RegExp(`^(${ORDINAL})[、.．](?=.)`)],
  ['（一）', new RegExp(`^[（(]\\s*(${ORDINAL})\\s*[）)]、?`)],
  ['1.',     /^([0-9０-９]{1,2})\s?[.．、](?![0-9０-９%％])/],
  ['（1）',  /^[（(]\s*([0-9０-９]{1,2})\s*[）)](?![、和])/],
  ['1）',    /^([0-9０-９]{1,2})[）)]/],
  ['①',      /^([①-⑳])/],
]

/** The lines of a text that hold something, each with its item mark. */
export function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index: start }): Line => {
    const indent = line.length - line.trimStart().length
    const item = itemOf(line.trim())
    const end = start + line.trimEnd().length
    return {
      start: start + indent,
      end,
      text: line.trim(),
      item: item && { ...item, start: start + indent },
    }
  }).filter(({ text }) => text !== '')
}

/** How the mark of `no` is written: 2 → `（二）`, `2.`, `②`. */
export function markText(mark: Mark, no: number): string {
  const chinese =
    no === 10
      ? '十'
      : no > 10
        ? `十${'一二三四五六七八九'[no - 11] ?? ''}`
        : '一二三四五六七八九'[no - 1]
  if (mark === '①') return String.fromCharCode(0x2460 + no - 1)
  return mark.replace('一', chinese ?? '').replace('1', String(no))
}

function itemOf(line: string): Omit<NonNullable<Line['item']>, 'start'> | null {
  for (const [mark, shape] of SHAPES) {
    const match = shape.exec(line)
    if (match?.[1]) return { mark, no: numberOf(match[1]), printed: match[0] }
  }
  return null
}

function numberOf(digits: string): number {
  const code = digits.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  return /^[0-9０-９]/.test(digits) ? Number(digits.normalize('NFKC')) : chineseValue(digits)
}
