import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Platform } from '@gongkai/app'
import { newFreshness } from '../../src/portal/freshness.js'
import { newPageCache, type Rendered } from '../../src/portal/page-cache.js'

const page = (html: string, isKept = true): Rendered => ({
  ...{ status: 200, location: null },
  html,
  isKept,
})

describe('页面的留存', () => {
  /** Counts how often each page is made. */
  function counted(mostBytes: number) {
    const made: string[] = []
    const cache = newPageCache(mostBytes)
    const ask = async (stamp: string, key: string, isKept = true) => {
      const { bytes } = await cache.page(stamp, key, async () => {
        made.push(key)
        return page(`${stamp} ${key}`.padEnd(1000), isKept)
      })
      return new TextDecoder().decode(bytes).trim()
    }
    return { made, ask }
  }

  it('只做一次；印记变了，重做', async () => {
    const { made, ask } = counted(1_000_000)
    assert.equal(await ask('1', 'a'), '1 a')
    assert.equal(await ask('1', 'a'), '1 a')
    assert.equal(await ask('2', 'a'), '2 a')
    assert.deepEqual(made, ['a', 'a'])
  })

  it('同时来取的，只做一次', async () => {
    const { made, ask } = counted(1_000_000)
    await Promise.all(['a', 'a', 'a'].map((key) => ask('1', key)))
    assert.deepEqual(made, ['a'])
  })

  it('超过上限的，放弃最久没有人取的', async () => {
    const { made, ask } = counted(2_500)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask('1', key)
    assert.deepEqual(made, ['a', 'b', 'c', 'b'])
  })

  it('由查找的人写字的页面不留', async () => {
    const { made, ask } = counted(1_000_000)
    await ask('1', 'a', false)
    await ask('1', 'a', false)
    assert.deepEqual(made, ['a', 'a'])
  })

  it('做不成的，下次再做', async () => {
    const cache = newPageCache(1_000_000)
    await assert.rejects(cache.page('1', 'a', async () => assert.fail('away')))
    const { bytes } = await cache.page('1', 'a', async () => page('a'))
    assert.equal(new TextDecoder().decode(bytes), 'a')
  })
})

describe('印记', () => {
  it('来得晚的不用早先问到的答复，同时来的共用一次', async () => {
    let stamp = 1
    let asked = 0
    const stampOf = newFreshness(async () => {
      asked += 1
      const answer = `${stamp}`
      await wait(5)
      return answer
    })
    const platform = {} as Platform
    const early = stampOf(platform)
    await wait(1)
    stamp = 2
    const late = [stampOf(platform), stampOf(platform)]
    assert.deepEqual([await early, ...(await Promise.all(late))], ['1', '2', '2'])
    assert.equal(asked, 2)
  })

  it('数据库不在时每个都得知，恢复后照常', async () => {
    let isAway = true
    const stampOf = newFreshness(async () => (isAway ? assert.fail('away') : 'ok'))
    await assert.rejects(stampOf({} as Platform))
    isAway = false
    assert.equal(await stampOf({} as Platform), 'ok')
  })
})
