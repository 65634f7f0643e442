import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { clientAddress, networkOf } from '../src/edge/client-address.js'
import { newLimiter } from '../src/edge/limits.js'

describe('来访地址', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, direct: string, forwarded: string | null, proxies: readonly string[], expected: string])[] = [
    ['直接来访',                   '192.0.2.7',        null,                       [],              '192.0.2.7'],
    ['自称的地址不采信',           '192.0.2.7',        '198.51.100.1',             [],              '192.0.2.7'],
    ['前置代理转告的',             '10.0.0.5',         '198.51.100.1',             ['10.0.0.0/24'], '198.51.100.1'],
    ['代理之前自称的不采信',       '10.0.0.5',         '203.0.113.9, 198.51.100.1', ['10.0.0.5'],    '198.51.100.1'],
    ['两层代理',                   '10.0.0.5',         '198.51.100.1, 10.0.0.6',   ['10.0.0.0/24'], '198.51.100.1'],
    ['写成 IPv6 的 IPv4',          '::ffff:192.0.2.7', null,                       [],              '192.0.2.7'],
  ]
  for (const [title, direct, forwarded, proxies, expected] of CASES) {
    it(title, async () => {
      const app = new Hono()
      app.get('/', (c) => c.text(clientAddress(c, proxies) ?? ''))
      const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
      const socket = { remoteAddress: direct, remotePort: 1, remoteFamily: 'IPv4' }
      const answer = await app.request('/', { headers }, { incoming: { socket } })
      assert.equal(await answer.text(), expected)
    })
  }

  it('IPv6 以 64 位网段计', () => {
    const one = networkOf('2001:db8:1:2:aaaa::1')
    assert.equal(one, networkOf('2001:db8:1:2::ffff'))
    assert.notEqual(one, networkOf('2001:db8:1:3::ffff'))
    assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  })
})

describe('次数限制', () => {
  it('到了次数须等候，时间过后重新计', () => {
    let at = 0
    const { take } = newLimiter(() => at)
    const limit = { most: 2, minutes: 1 }
    assert.deepEqual([take('a', limit), take('a', limit), take('b', limit)], [null, null, null])
    at = 15_000
    assert.equal(take('a', limit), 45)
    at = 60_000
    assert.equal(take('a', limit), null)
  })
})
