const DIGITS = '零一二三四五六七八九'
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** The value of a numeral in characters: 十二 → 12, 一百零三 → 103, 两 → 2, 二〇二三 → 2023. */
export function chineseValue(numeral: string): number {
  const chars = [...numeral.replaceAll('〇', '零').replaceAll('两', '二')]
  return chars.every((char) => DIGITS.includes(char))
    ? Number(chars.map((char) => DIGITS.indexOf(char)).join(''))
    : placed(chars)
}

function placed(chars: readonly string[]): number {
  let [total, group, digit] = [0, 0, 0]
  for (const char of chars) {
    const place = PLACES[char]
    const myriad = MYRIADS[char]
    if (myriad !== undefined) {
      const whole = char === '亿' ? total : 0
      total += (whole + group + digit || 1) * myriad - whole
      group = 0
      digit = 0
    } else if (place !== undefined) {
      group += (digit || 1) * place
      digit = 0
    } else digit = DIGITS.indexOf(char)
  }
  return total + group + digit
}
