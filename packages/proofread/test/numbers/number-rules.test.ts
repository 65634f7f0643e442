import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NUMBER_RULES } from '../../src/numbers/index.js'
import type { TextExample } from '../../src/rule.js'
import { CLEAN } from './clean.js'
import { TABLE } from './facts.js'
import { NEAR_MISSES } from './near-misses.js'
import { PLANTED } from './planted.js'
import { foundWords, ruleOf } from './run.js'

describe('正文数字的差错逐条指出', () => {
  for (const [code, text, findings, known] of PLANTED) {
    it(`${code} ${text}`, () => {
      assert.deepEqual(foundWords(ruleOf(NUMBER_RULES, code), { ...known, text }), findings)
    })
  }
})

describe('形似而无差错的句子不提示', () => {
  for (const [code, { known, texts }] of Object.entries(NEAR_MISSES)) {
    for (const text of texts) {
      it(`${code} ${text}`, () => {
        assert.deepEqual(foundWords(ruleOf(NUMBER_RULES, code), { ...known, text }), [])
      })
    }
  }
})

describe('规范的句子，所有数字规则都不提示', () => {
  for (const text of CLEAN) {
    it(text, () => {
      const example: TextExample = { text, facts: TABLE, year: 2023 }
      assert.deepEqual(
        NUMBER_RULES.flatMap((rule) => foundWords(rule, example)),
        [],
      )
    })
  }
})

describe('每条规则', () => {
  for (const rule of NUMBER_RULES) {
    it(`${rule.code} 正例不提示，反例有提示`, () => {
      assert.deepEqual(foundWords(rule, rule.passes), [])
      assert.equal(foundWords(rule, rule.fails).length, 1)
    })
    it(`${rule.code} 至少五个差错、二十个规范句子`, () => {
      assert.ok(PLANTED.filter(([code]) => code === rule.code).length >= 5)
      assert.ok((NEAR_MISSES[rule.code]?.texts.length ?? 0) >= 20)
    })
  }
  it('没有表格数据时说明缺什么', () => {
    const rule = ruleOf(NUMBER_RULES, 'NUM-01')
    const input = {
      parts: [],
      authority: null,
      year: null,
      facts: [],
      previous: null,
      siblings: [],
    }
    assert.deepEqual(
      rule.run(input, (derive) => derive(input)),
      { lacks: '表格数据' },
    )
  })
})
