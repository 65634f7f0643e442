import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCreditCode } from '../../src/authorities/credit-code.js'

describe('统一社会信用代码 GB 32100-2015', () => {
  const CASES: readonly [string, string, boolean][] = [
    ['标准所举的一例', '91350100M000100Y43', true],
    ['校验码有误', '91350100M000100Y44', false],
    ['相邻两位对调', '91350010M000100Y43', false],
    ['少一位', '91350100M000100Y4', false],
    ['小写字母', '91350100m000100y43', false],
    ['不用的字母', '91350100I000100Y43', false],
    ['机关代码，校验码为数字', '115301990000000072', true],
    ['机关代码，校验码为字母', '11530199000000001F', true],
    ['十五位后变成零的数字', '115301990000000000', false],
  ]
  for (const [title, code, isRight] of CASES) {
    it(`${title} ${code}`, () => assert.equal(isCreditCode(code), isRight))
  }
})
