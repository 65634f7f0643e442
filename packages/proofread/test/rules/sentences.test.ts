import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleInput, proofread, RULES } from '../../src/index.js'
import { shareOver } from '../../src/rule.js'
import { CLEAN } from '../data/clean.js'
import { OTHER_NAMES_DATA, OWN_NAME_DATA } from '../data/names.js'
import { CARD_DATA, IDENTITY_DATA, MOBILE_DATA } from '../data/personal.js'
import { LEGAL_BASIS_DATA, MISQUOTED_DATA, TERMS_DATA, TIME_DATA } from '../data/phrases.js'
import type { Known, RuleData } from '../data/rows.js'
import { PUNCTUATION_DATA, REPETITION_DATA } from '../data/style.js'
import { WRONG_WORDS_DATA } from '../data/words.js'

const DATA: Readonly<Record<string, RuleData>> = {
  'TYPO-01': WRONG_WORDS_DATA,
  'NAME-01': OWN_NAME_DATA,
  'NAME-02': OTHER_NAMES_DATA,
  'BAS-01': LEGAL_BASIS_DATA,
  'BAS-02': MISQUOTED_DATA,
  'TERM-01': TERMS_DATA,
  'YEAR-01': TIME_DATA,
  'STY-01': PUNCTUATION_DATA,
  'DUP-01': REPETITION_DATA,
  'PRI-01': IDENTITY_DATA,
  'PRI-02': MOBILE_DATA,
  'PRI-03': CARD_DATA,
}

for (const [code, { known, planted, clean }] of Object.entries(DATA)) {
  describe(`${code} 误例`, () => {
    it('至少五例误、二十例正', () => assert.ok(planted.length >= 5 && clean.length >= 20))
    for (const [text, says, shouldBe, own] of planted) {
      it(text, () => assert.deepEqual(found(code, text, { ...known, ...own }), [[says, shouldBe]]))
    }
  })
  describe(`${code} 正例`, () => {
    for (const [text, own] of clean) {
      it(text, () => assert.deepEqual(found(code, text, { ...known, ...own }), []))
    }
  })
}

describe('无误的报告语句，任何规则都不应提示', () => {
  for (const { authority, sentences } of CLEAN) {
    for (const text of sentences) {
      it(text, () => {
        const { findings } = proofread(exampleInput({ text, authority, year: 2023 }))
        assert.deepEqual(
          findings.map(({ rule, says }) => [rule, says]),
          [],
        )
      })
    }
  }
})

function found(code: string, text: string, known: Known): (readonly [string, string | null])[] {
  const input = exampleInput({ text, ...known })
  const drafts = RULES.find((rule) => rule.code === code)?.run(input, shareOver(input))
  assert.ok(drafts && !('lacks' in drafts))
  return drafts.map(({ says, shouldBe }) => [says, shouldBe] as const)
}
