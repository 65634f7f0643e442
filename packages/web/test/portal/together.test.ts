import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { together } from '../../src/portal/together.js'

describe('同时来的一同办理', () => {
  it('先到的即办，办理期间来的合为一批，各得各的答复', async () => {
    const lots: (readonly number[])[] = []
    const double = together({ most: 3, gatherMs: 0 }, async (lot: readonly number[]) => {
      lots.push(lot)
      await wait(2)
      return lot.map((one) => 2 * one)
    })
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(double)), [2, 4, 6, 8, 10])
    assert.deepEqual(lots, [[1], [2, 3, 4], [5]])
    assert.equal(await double(6), 12)
  })

  it('约定稍候的，候到的合为一批，多出的归下一批', async () => {
    const lots: (readonly number[])[] = []
    const kept = together({ most: 3, gatherMs: 20 }, async (lot: readonly number[]) => {
      lots.push(lot)
      return lot
    })
    await Promise.all([kept(1), wait(2).then(() => kept(2))])
    await Promise.all([3, 4, 5, 6].map(kept))
    assert.deepEqual(lots, [[1, 2], [3, 4, 5], [6]])
  })

  it('一批办不成的，这一批都知道；下一批照办', async () => {
    const work = together({ most: 9, gatherMs: 0 }, async (lot: readonly number[]) => {
      await wait(2)
      if (lot.includes(2)) throw new Error('away')
      return lot
    })
    const all = await Promise.allSettled([work(1), work(2), work(3)])
    assert.deepEqual(
      all.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    )
    assert.equal(await work(4), 4)
  })
})
