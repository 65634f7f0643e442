import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { outcome, REGION, type Running, startPlatform } from './platform.js'

describe('设置', () => {
  let running: Running
  before(async () => {
    running = await startPlatform({ publicUrl: () => 'https://xxgk.example.org' })
  })
  after(() => running.close())

  it('尚未设置时说明先设置', async () => {
    const visitor = running.visitor()
    assert.deepEqual((await visitor('GET', '/setup')).body, { needed: true })
    assert.deepEqual((await visitor('GET', '/health')).body, { state: 'set-up-needed' })
    for (const path of ['/session', '/authorities', '/links/abc']) {
      assert.deepEqual(outcome(await visitor('GET', path)), [409, 'set-up.needed'], path)
    }
    const body = { login: 'admin', password: 'x' }
    assert.deepEqual(outcome(await visitor('POST', '/session', { body })), [409, 'set-up.needed'])
  })

  const { administrator } = REGION
  // biome-ignore format: table
  const BAD: readonly (readonly [title: string, changed: object, status: number, code: string, message: RegExp])[] = [
    ['设置码不对',       { code: 'AAAA-AAAA-AAAA-AAAA-AAAA' },                            403, 'set-up.code',        /终端/],
    ['没有地区名称',     { region: ' ' },                                                 400, 'request.malformed',  /region/],
    ['行政区划代码有误', { regionCode: '5301' },                                          400, 'request.malformed',  /6位/],
    ['多出的内容',       { administrators: [] },                                          400, 'request.malformed',  /administrators/],
    ['密码太短',         { administrator: { ...administrator, password: '短' } },         422, 'password.short',     /12/],
    ['密码容易猜到',     { administrator: { ...administrator, password: '云岭县人民政府2026云岭县' } }, 422, 'password.guessable', /词语/],
  ]
  for (const [title, changed, status, code, message] of BAD) {
    it(title, async () => {
      const body = { code: running.ground.code.text, ...REGION, ...changed }
      const answer = await running.visitor()('POST', '/setup', { body })
      assert.deepEqual(outcome(answer), [status, code])
      assert.match(answer.body.detail, message)
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    })
  }

  it('设置后即为登录，登录名不分全角、大小写和前后空格', async () => {
    const visitor = running.visitor()
    const body = {
      ...{ code: running.ground.code.text.toLowerCase(), ...REGION },
      administrator: { ...administrator, login: ' Ａdmin ' },
    }
    const answer = await visitor('POST', '/setup', { body })
    assert.equal(answer.status, 200)
    assert.equal(answer.body.person.login, 'admin')
    assert.deepEqual(answer.body.region, { name: '云岭县', demonstration: false })
    assert.equal(answer.body.holdings[0].label, '系统管理员')
    const [cookie = ''] = answer.headers.getSetCookie()
    assert.match(cookie, /^gongkai_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    assert.equal((await visitor('GET', '/session')).status, 200)
    assert.deepEqual((await visitor('GET', '/setup')).body, { needed: false })
    assert.deepEqual((await visitor('GET', '/health')).body, { state: 'ready' })
  })

  it('设置码只能用一次', async () => {
    const body = { code: running.ground.code.text, ...REGION }
    const answer = await running.visitor()('POST', '/setup', { body })
    assert.deepEqual(outcome(answer), [403, 'set-up.code'])
  })
})
