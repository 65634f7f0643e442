import { citePlace } from '@gongkai/law'
import type { TextRule } from '../rule.js'
import { unmatchedBrackets } from './brackets.js'
import { doubledMarks, doubledYear } from './marks.js'
import { unusedShortNames } from './short-names.js'
import { typingHabits } from './width.js'

export const PUNCTUATION: TextRule = {
  code: 'STY-01',
  states: '标点、字符和简称应当规范',
  basis: [citePlace('GB-15834-2011', '标点符号的用法')],
  severity: 'warning',
  forms: ['2019', '2021'],
  passes: { text: '修订《考核办法》《保密审查办法》（试行），全年更新栏目12个（次）。' },
  fails: { text: '修订《考核办法》、《保密审查办法》（试行，，全年更新栏目12个。' },
  run: (input) => [
    ...typingHabits(input),
    ...unmatchedBrackets(input),
    ...doubledMarks(input),
    ...doubledYear(input),
    ...unusedShortNames(input),
  ],
}
