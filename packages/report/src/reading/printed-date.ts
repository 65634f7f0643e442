import { isLocalDate, type LocalDate } from '@gongkai/law'
import { halfWidth } from './to-cell.js'

/** A date as a signature prints it. */
export type PrintedDate = {
  /** Null where no such day exists or the day is missing. */
  readonly date: LocalDate | null
  /** `official`: 2024年1月20日; `chinese`: 二〇二四年一月二十日; `other`: 2024-01-20, 2024.1.20; `partial`: without the day. */
  readonly style: 'official' | 'chinese' | 'other' | 'partial'
  readonly text: string
  /** Characters from the start of the text that was searched. */
  readonly start: number
}

// biome-ignore format: table
const STYLES = [
  ['official', /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g],
  ['chinese',  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g],
  ['other',    /(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/g],
  ['partial',  /\d{4}\s*年(?:\s*\d{1,2}\s*月)?/g],
] as const

/** The last date that `text` prints, null where it prints none. */
export function printedDate(text: string): PrintedDate | null {
  const plain = halfWidth(text)
  for (const [style, shape] of STYLES) {
    const match = [...plain.matchAll(shape)].at(-1)
    if (!match) continue
    const printed = text.slice(match.index, match.index + match[0].length)
    const date = style === 'partial' ? null : toDate(match.slice(1, 4))
    return { date, style, text: printed, start: match.index }
  }
  return null
}

/** 2024年1月20日: no zeros before month and day. */
export function officialDate(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function toDate([year = '', month = '', day = '']: readonly string[]): LocalDate | null {
  const text = [
    digits(year).padStart(4, '0'),
    ...[month, day].map((part) => digits(part).padStart(2, '0')),
  ]
  const date = text.join('-')
  return isLocalDate(date) ? date : null
}

const DIGITS = '零一二三四五六七八九'

/** Chinese numerals as digits: 二〇二四 → 2024, 二十一 → 21, 十 → 10. */
function digits(text: string): string {
  if (/^\d+$/.test(text)) return text
  const [tens, ones] = text.split('十')
  if (ones === undefined) return [...text].map(digit).join('')
  return `${tens === '' ? 1 : digit(tens ?? '')}${ones === '' ? 0 : digit(ones)}`
}

function digit(numeral: string): number {
  return Math.max(0, DIGITS.indexOf(numeral))
}
