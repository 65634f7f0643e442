/** A way of writing ordinal numbers, by the family that Word and CSS name differently. */
export type NumeralStyle =
  | 'decimal'
  | 'decimalZero'
  | 'fullWidth'
  | 'circled'
  | 'parenthesised'
  | 'fullStop'
  | 'upperRoman'
  | 'lowerRoman'
  | 'upperLetter'
  | 'lowerLetter'
  | 'chinese'
  | 'chineseDigits'
  | 'chineseFormal'
  | 'chineseFormalTraditional'
  | 'stems'
  | 'branches'
  | 'none'

const DIGITS = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
// biome-ignore format: pairs
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

/** `value` written in `style`: 12 as 12, １２, ⑫, XII, 十二 …. Past the end of a series the digits are written. */
export function formatNumeral(style: NumeralStyle, value: number): string {
  if (style === 'none') return ''
  if (value < 1 || value > 9999) return String(value)
  return WRITERS[style](value) ?? String(value)
}

const WRITERS: Record<Exclude<NumeralStyle, 'none'>, (value: number) => string | undefined> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  fullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
  circled,
  parenthesised: (value) => (value <= 20 ? String.fromCharCode(0x2473 + value) : undefined),
  fullStop: (value) => (value <= 20 ? String.fromCharCode(0x2487 + value) : undefined),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  chinese: (value) => counting(value, DIGITS.replace('〇', '零'), '十百千').replace(/^一十/, '十'),
  chineseDigits: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  chineseFormal: (value) => counting(value, FORMAL, '拾佰仟'),
  chineseFormalTraditional: (value) => counting(value, FORMAL_TRADITIONAL, '拾佰仟'),
  stems: (value) => STEMS[(value - 1) % STEMS.length],
  branches: (value) => BRANCHES[(value - 1) % BRANCHES.length],
}

function circled(value: number): string | undefined {
  if (value <= 20) return String.fromCharCode(0x245f + value)
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21)
  return value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : undefined
}

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [weight, sign] of ROMAN) {
    while (rest >= weight) {
      text += sign
      rest -= weight
    }
  }
  return text
}

/** Word's series: A … Z, then AA, BB …. */
function letters(value: number): string {
  const letter = String.fromCharCode(0x41 + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}

/** 105 as 一百零五: units after digits, a run of zeros inside as one zero, none at the end. */
function counting(value: number, digits: string, units: string): string {
  const text = String(value)
  let written = ''
  for (const [index, digit] of [...text].entries()) {
    const power = text.length - 1 - index
    if (digit !== '0') written += (digits[Number(digit)] ?? '') + (units[power - 1] ?? '')
    else if (/[1-9]/.test(text.slice(index)) && !written.endsWith('零')) written += '零'
  }
  return written
}
