import { cite } from '@gongkai/law'
import { draftAt, type TextRule } from '../rule.js'
import { before, matchesIn } from '../words/text.js'
import { halfWidthParts, masked } from './digits.js'
import { hasCheckCharacter } from './identity-number.js'

// UnionPay cards begin with 62, older cards of the state banks with 4, 5, 9; 16 to 19 digits, alone or in fours.
const SHAPE =
  /(?<![\d.A-Za-z])(?:62|60|4\d|5[1-5]|9[0-9])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\d.]|\s*[万亿]?(?:元|条|件|次))/g

const CARD = /(?:卡号|账号|帐号|账户|帐户|银行卡|开户|工资卡|一卡通)[^。；\n]{0,20}$/

export const BANK_CARDS: TextRule = {
  code: 'PRI-03',
  states: '公开的文本中不得有个人的银行卡号',
  basis: [cite('OGI-2019', 15), cite('OGI-2019', 17)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '全年政府采购金额6222021234567890元。' },
  fails: { text: '补贴发放至银行卡6222021234567894。' },
  run: (_, shared) =>
    matchesIn(shared(halfWidthParts), SHAPE).flatMap(({ part, groups, start, end }) => {
      const number = groups[0].replace(/[\s-]/g, '')
      const isNamed = CARD.test(before(part.text, start, 30))
      if (!hasLuhnDigit(number) || isIdentityNumber(number)) return []
      if (!isNamed && !number.startsWith('62')) return []
      return [
        {
          ...draftAt(part, [start, end], {
            severity: isNamed ? 'error' : 'warning',
            message: `文中有银行卡号${masked(number)}，公开前应当删除或者遮盖。`,
          }),
          says: masked(number),
        },
      ]
    }),
}

/** ISO/IEC 7812: from the right every second digit doubled, the sum of all digits a multiple of ten. */
export function hasLuhnDigit(number: string): boolean {
  const digits = Array.from(number, Number).reverse()
  const sum = digits.reduce((total, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}

function isIdentityNumber(number: string): boolean {
  return number.length === 18 && hasCheckCharacter(number)
}
