import assert from 'node:assert/strict'
import { it } from 'node:test'
import { RULES as TEXT_RULES } from '@gongkai/proofread'
import { RULES as REPORT_RULES } from '@gongkai/report'
import { rulesPage } from '../scripts/rules-page.js'
import { readText } from './support/sources.js'

const rules = [...REPORT_RULES, ...TEXT_RULES]

it('docs/rules.md is what npm run docs would write', () => {
  assert.equal(readText('docs/rules.md'), rulesPage(rules))
})

it('every rule has a code of its own, a statement and a provision', () => {
  // Tables and text may both judge one thing: a code stands once in each.
  for (const own of [REPORT_RULES, TEXT_RULES]) {
    const codes = own.map(({ code }) => code)
    assert.deepEqual(codes, [...new Set(codes)])
  }
  assert.deepEqual(
    rules
      .filter(({ states, basis }) => states === '' || basis.length === 0)
      .map(({ code }) => code),
    [],
  )
})
