import { cite } from '@gongkai/law'
import { draftAt, type TextRule } from '../rule.js'
import { matchesIn } from '../words/text.js'
import { halfWidthParts, masked } from './digits.js'

// GB 11643-1999: place of six digits, day of birth, three digits of order, check character.
const SHAPE =
  /(?<![\dA-Za-z])[1-8]\d{5}\s?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?\d{3}[\dXx](?![\dA-Za-z])/g

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

export const IDENTITY_NUMBERS: TextRule = {
  code: 'PRI-01',
  states: '公开的文本中不得有公民身份号码',
  basis: [cite('OGI-2019', 15), cite('OGI-2019', 17)],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '统一社会信用代码为11341702486344515H，全年受理申请12件。' },
  fails: { text: '申请人提交的身份证号码为110101199001010015。' },
  run: (_, shared) =>
    matchesIn(shared(halfWidthParts), SHAPE).map(({ part, groups, start, end }) => {
      const isValid = hasCheckCharacter(groups[0].replace(/\s/g, ''))
      return {
        ...draftAt(part, [start, end], {
          severity: isValid ? 'error' : 'warning',
          message: isValid
            ? `文中有公民身份号码${masked(groups[0])}，公开前应当删除或者遮盖。`
            : `文中的${masked(groups[0])}形似公民身份号码而校验码不符，请核对，属个人信息的应当删除。`,
        }),
        says: masked(groups[0]),
      }
    }),
}

/** GB 11643-1999, ISO 7064 MOD 11-2: the weighted sum of the first 17 digits fixes the last character. */
export function hasCheckCharacter(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECKS[sum % 11] === number.slice(-1).toUpperCase()
}
