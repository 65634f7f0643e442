import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { foundRegion } from '../../src/setup/found-region.js'
import { setUp } from '../../src/setup/set-up.js'
import { newSetUpCode } from '../../src/setup/set-up-code.js'
import { inOneTransaction } from '../../src/storage/in-one-transaction.js'
import { enter, PASSWORD } from '../people/signed-in.js'
import { newDatabase } from '../support/database.js'
import { NOW } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

const REGION = {
  region: '云岭县',
  regionCode: null,
  authority: '云岭县人民政府',
  level: 'county',
} as const

describe('设置码', () => {
  it('五组四位，没有易混的字母和数字，每次不同', () => {
    const texts = Array.from({ length: 200 }, () => newSetUpCode().text)
    for (const text of texts) assert.match(text, /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){4}$/)
    assert.equal(new Set(texts).size, 200)
  })

  it('小写、空格、不带连字符都行；旁人输错再多，也不作废；用过的作废', () => {
    const code = newSetUpCode()
    assert.ok(code.matches(code.text.toLowerCase().replaceAll('-', ' ')))
    for (let tries = 0; tries < 20; tries++) assert.equal(code.matches('AAAA'), false)
    assert.ok(code.matches(code.text.replaceAll('-', '')))
    assert.equal(code.matches(`${code.text}A`), false)
    code.spend()
    assert.equal(code.matches(code.text), false)
  })
})

for (const server of SERVERS) {
  describe(`首次设置 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('凭设置码建立地区、机关和可以登录的管理员，只能一次', async () => {
      const { db, close } = await newDatabase(server)
      const key = { id: 'test', bytes: Buffer.alloc(32, 7) }
      const base = { db, key, now: () => NOW }
      const code = newSetUpCode()
      const attempt = (given: string, password: string) =>
        setUp(base, code, {
          ...REGION,
          code: given,
          administrator: { login: 'admin', name: '管理员', password },
        })
      const first = await attempt('2222-2222-2222-2222-2222', PASSWORD)
      assert.ok(!first.ok && first.refusal.code === 'set-up.code')
      const weak = await attempt(code.text, 'yunlingxian@admin')
      assert.ok(!weak.ok && weak.refusal.code === 'password.guessable')
      const both = await Promise.all([attempt(code.text, PASSWORD), attempt(code.text, PASSWORD)])
      const [done] = both.filter((one) => one.ok)
      assert.ok(done)
      assert.deepEqual(
        both.flatMap((one) => (one.ok ? [] : one.refusal.code)),
        ['region.exists'],
      )
      const again = await attempt(code.text, PASSWORD)
      assert.ok(!again.ok && again.refusal.code === 'set-up.code')
      const platform = { ...base, tenantId: done.value.tenantId }
      const entered = await enter(platform, 'admin')
      assert.ok(entered.ok)
      assert.deepEqual((await actorOfSession(platform, entered.value.token))?.actor.holdings, [
        { role: 'administrator', authorityId: done.value.authorityId, onBehalfOf: null },
      ])
      await close()
    })
  })
}

const [embedded] = SERVERS

it('正在装载演示数据时，设置不等待，立即说明', { skip: embedded?.skip ?? false }, async () => {
  assert.ok(embedded)
  const { db, close } = await newDatabase(embedded)
  const base = { db, key: { id: 'test', bytes: Buffer.alloc(32, 7) }, now: () => NOW }
  const region = { ...REGION, administrator: { login: 'admin', name: '管理员' } }
  await inOneTransaction(db, async (inside) => {
    assert.ok((await foundRegion({ ...base, db: inside }, region)).ok)
    const beside = await foundRegion(base, region)
    assert.ok(!beside.ok && beside.refusal.code === 'region.founding')
  })
  await close()
})
