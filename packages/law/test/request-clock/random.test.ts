import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { randoms } from '../support/randoms.js'
import { compareOne, READINGS } from './comparison.js'

/** Histories for each of the readings. */
const HISTORIES = 5000

describe('逐日推演与期限推算一致（ADR 0020）', () => {
  for (const [name, readings] of READINGS) {
    const count = name === 'chosen' ? HISTORIES : HISTORIES / 5
    it(`${count} 件随机的申请：${name}`, () => {
      const random = randoms(20)
      let granted = 0
      for (let i = 0; i < count; i += 1) {
        const { isRefused, difference } = compareOne(random, readings)
        assert.equal(difference, undefined, difference)
        if (!isRefused) granted += 1
      }
      assert.ok(granted > count / 2, `${granted}`)
    })
  }
})
