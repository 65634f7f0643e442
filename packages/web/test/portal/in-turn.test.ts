import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inTurn } from '../../src/portal/in-turn.js'

describe('依次办理', () => {
  it('同时办理的有限，其余依先后等待，等待的也有限', async () => {
    const making = inTurn({ most: 2, waiting: 3, waitMs: 60_000 })
    const done: number[] = []
    let now = 0
    let most = 0
    const make = async (at: number) => {
      most = Math.max(most, ++now)
      await wait(2)
      now -= 1
      done.push(at)
      return at
    }
    const all = [0, 1, 2, 3, 4, 5].map((at) => making(() => make(at)))
    assert.deepEqual(await Promise.all(all), [0, 1, 2, 3, 4, null])
    assert.deepEqual([most, done], [2, [0, 1, 2, 3, 4]])
  })

  it('等得太久的不再等，也不办理；做不成的让出位置', async () => {
    const making = inTurn({ most: 1, waiting: 9, waitMs: 5 })
    const begun: string[] = []
    const slow = making(async () => {
      begun.push('slow')
      await wait(50)
      assert.fail('away')
    })
    assert.equal(await making(async () => begun.push('late')), null)
    await assert.rejects(slow, /away/)
    assert.equal(await making(async () => 'next'), 'next')
    assert.deepEqual(begun, ['slow'])
  })

  it('以分量计的，轻的一同办理，重的等有了位置再办；比上限还重的单独办理', async () => {
    const making = inTurn({ most: 10, waiting: 9, waitMs: 60_000 })
    const steps: string[] = []
    const make = (name: string, weight: number) =>
      making(async () => {
        steps.push(`+${name}`)
        await wait(2)
        steps.push(`-${name}`)
      }, weight)
    await Promise.all([make('a', 4), make('b', 6), make('c', 99), make('d', 1)])
    assert.deepEqual(steps, ['+a', '+b', '-a', '-b', '+c', '-c', '+d', '-d'])
  })
})
