import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleInput, proofread } from '../../src/index.js'
import { hasLuhnDigit } from '../../src/personal/bank-card.js'
import { masked } from '../../src/personal/digits.js'
import { hasCheckCharacter } from '../../src/personal/identity-number.js'

describe('个人信息只显示首尾', () => {
  it('身份号码留前四后四', () => assert.equal(masked('440601200001011234'), '4406**********1234'))
  it('手机号码留前三后四', () => assert.equal(masked('138 0013 8000'), '138****8000'))

  it('提示和摘录都不出现完整号码，位置仍然准确', () => {
    const text = '申请人（110101199001010015，13800138000）的卡号为6222021234567894。'
    const { findings } = proofread(exampleInput({ text }))
    assert.deepEqual(
      findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
      [
        ['PRI-01', '110101199001010015'],
        ['PRI-02', '13800138000'],
        ['PRI-03', '6222021234567894'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(findings), /110101199001010015|13800138000|6222021234567894/)
  })

  it('机关对外联系电话为手机号码的只作提醒', () => {
    const { findings } = proofread(exampleInput({ text: '咨询电话：13912345678。' }))
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['PRI-02', 'note']],
    )
  })
})

describe('校验码', () => {
  it('GB 11643 第十八位', () => {
    assert.ok(hasCheckCharacter('110101199001010015'))
    assert.ok(hasCheckCharacter('11010119900101004X'))
    assert.ok(!hasCheckCharacter('110101199001010016'))
  })
  it('银行卡末位', () => {
    assert.ok(hasLuhnDigit('6222021234567894'))
    assert.ok(!hasLuhnDigit('6222021234567893'))
  })
})
