import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Doer, mayDecide } from '../../src/rights/may-decide.js'

const own = (personId: string): Doer => ({ personId, onBehalfOf: null })
const deputy = (personId: string, onBehalfOf: string): Doer => ({ personId, onBehalfOf })

describe('谁起草，谁不审定', () => {
  const CASES: readonly [string, readonly Doer[], Doer, boolean][] = [
    ['甲起草，乙审定', [own('甲')], own('乙'), true],
    ['甲起草，甲审定', [own('甲')], own('甲'), false],
    ['甲、乙起草，乙审定', [own('甲'), own('乙')], own('乙'), false],
    ['甲起草，甲代乙审定', [own('甲')], deputy('甲', '乙'), false],
    ['甲起草，丙代甲审定', [own('甲')], deputy('丙', '甲'), false],
    ['甲起草，丙代乙审定', [own('甲')], deputy('丙', '乙'), true],
    ['丙代甲起草，丙审定', [deputy('丙', '甲')], own('丙'), false],
    ['丙代甲起草，甲审定', [deputy('丙', '甲')], own('甲'), false],
    ['丙代甲起草，丁代甲审定', [deputy('丙', '甲')], deputy('丁', '甲'), false],
    ['丙代甲起草，乙审定', [deputy('丙', '甲')], own('乙'), true],
    ['无人起草', [], own('乙'), true],
  ]
  for (const [title, drafters, doer, expected] of CASES) {
    it(title, () => assert.equal(mayDecide(drafters, doer, doer.onBehalfOf), expected))
  }
})
