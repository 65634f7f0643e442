import { isLocalDate, type LocalDate } from '@gongkai/law'
import type { Fragment } from '../align/fragments.js'
import { isBareNumber, isPageNumber } from '../align/page-number.js'

/** Where the signature block stands among the fragments of the last section. */
export type Signature = {
  /** Index of its first and of its last fragment. */
  readonly from: number
  readonly to: number
  readonly signedOn: LocalDate | null
}

/** A day in digits or Chinese numerals: year, month and day. */
export const DATE =
  /((?:20|２０)[\d０-９]{2}|[二][〇○零０0][〇○零一二三四五六七八九]{2})\s*(?:年|[-./．])\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月|[-./．])\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日?/

const BARE_DATE = new RegExp(`^[\\s（(]*${DATE.source}[\\s）)]*$`)

const NAME =
  /^[\u4e00-\u9fff（）()\s\u3000·、]{2,40}(?:局|委|办|室|府|处|会|院|所|队|站|厅|部|署|关|校|社|街道|镇|乡|中心|集团|公司|馆|台|园区|管委会|小组|委员会)[\s\u3000（）()公章印盖]*$/

/** So many printed lines from the end the signature begins at the latest. */
const DEPTH = 12

/** The signature block at the end: names and a date, in two lines or in one; null where there is none. */
export function findSignature(fragments: readonly Fragment[]): Signature | null {
  const printed = fragments.flatMap(({ text }, index) =>
    text.trim() === '' || isPageNumber(text) || isBareNumber(text) ? [] : [index],
  )
  const tail = printed.slice(-DEPTH)
  const textAt = (index: number | undefined) => (fragments[index ?? -1]?.text ?? '').trim()
  const date = tail.findLastIndex((index) => isDateLine(textAt(index)))
  const below = date >= 0 && NAME.test(textAt(tail[date + 1])) ? 1 : 0
  const last = date >= 0 ? date + below : tail.length - 1
  let first = date >= 0 ? date : tail.length
  const above = date >= 0 ? date - 1 : tail.length - 1
  for (let i = above; i >= 0 && above - i < 3 && NAME.test(textAt(tail[i])); i--) first = i
  const [from, to] = [tail[first], tail[last]]
  if (from === undefined || to === undefined) return null
  return { from, to, signedOn: date >= 0 ? dateOf(textAt(tail[date])) : null }
}

function isDateLine(line: string): boolean {
  if (BARE_DATE.test(line)) return true
  const [date] = DATE.exec(line) ?? []
  return (
    date !== undefined &&
    line.length < 60 &&
    line.endsWith(date) &&
    NAME.test(line.slice(0, -date.length).trim())
  )
}

/** The day in a text, digits or Chinese numerals; null where it is none. */
function dateOf(text: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const date = [yearDigits(year), ordinal(month), ordinal(day)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return isLocalDate(date) ? date : null
}

function yearDigits(text: string): string {
  const plain = text.normalize('NFKC')
  if (/^\d{4}$/.test(plain)) return plain
  return [...plain]
    .map((one) => '零一二三四五六七八九'.indexOf(one.replace(/[〇○0]/, '零')))
    .join('')
}

/** 1–31 in digits or as 十, 十二, 二十, 三十一. */
function ordinal(text: string): number {
  const plain = text.normalize('NFKC')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['零', plain]
  const digit = (one: string | undefined, none: number) =>
    one ? '零一二三四五六七八九'.indexOf(one) : none
  return digit(tens, 1) * 10 + digit(ones, 0)
}
