import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Answer } from './faults/browser.js'
import { outcome, type Running, setUpRegion, startPlatform, type Visitor } from './platform.js'

describe('程序用接口令牌办理', () => {
  let running: Running
  let admin: Visitor
  let root: string
  let bearer: (token: string) => (...asked: Parameters<Visitor>) => Promise<Answer>
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    root = ready.me.holdings[0]?.authorityId ?? ''
    bearer = (token) => (method, path, sent) => {
      const headers = { ...sent?.headers, authorization: `Bearer ${token}` }
      return running.visitor()(method, path, { ...sent, headers })
    }
  })
  after(() => running.close())

  const make = (changed: object = {}): Promise<Answer> => {
    const lastDay = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const request = { authorityId: root, name: '门户网站', scopes: ['read'], lastDay }
    return admin('POST', '/tokens', { body: { ...request, reason: '对接', ...changed } })
  }

  it('令牌只在制作时给出一次，作废后不再有效', async () => {
    const { status, body } = await make()
    assert.equal(status, 201)
    const program = bearer(body.token)
    assert.equal((await program('GET', `/people?authorityId=${root}`)).status, 200)
    const [listed] = (await admin('GET', `/tokens?authorityId=${root}`)).body
    assert.equal(listed.id, body.id)
    assert.ok(listed.usedAt)
    assert.ok(!JSON.stringify(listed).includes(body.token))
    const revoke = { body: { reason: '泄露' } }
    assert.equal((await admin('POST', `/tokens/${body.id}/revoke`, revoke)).status, 204)
    assert.deepEqual(outcome(await program('GET', '/roles')), [401, 'token.none'])
    const again = await admin('POST', `/tokens/${body.id}/revoke`, revoke)
    assert.deepEqual(outcome(again), [409, 'token.revoked'])
  })

  it('范围以外的办不了，本人的事项和令牌本身也办不了', async () => {
    const program = bearer((await make()).body.token)
    const invitation = {
      login: 'x',
      name: '新人',
      assignments: [{ authorityId: root, role: 'auditor' }],
    }
    const refused = await program('POST', '/people', { body: invitation })
    assert.deepEqual(outcome(refused), [403, 'right.missing'])
    for (const path of ['/session', '/sessions', `/tokens?authorityId=${root}`]) {
      assert.deepEqual(outcome(await program('GET', path)), [403, 'token.person-only'], path)
    }
  })

  it('只列出、只接受本人担任的职责可以给出的范围', async () => {
    const idsOf = async (query: string) =>
      (await admin('GET', `/tokens/scopes${query}`)).body.map(({ id }: { id: string }) => id)
    assert.deepEqual(await idsOf(''), ['read', 'reports:write', 'collections:write'])
    assert.deepEqual(await idsOf(`?authorityId=${root}`), ['read'])
    const refused = await make({ scopes: ['collections:write'] })
    assert.deepEqual(outcome(refused), [403, 'token.role'])
  })

  it('令牌无效的，不因浏览器已登录而放行', async () => {
    const headers = { authorization: `Bearer gongkai_${'A'.repeat(43)}` }
    assert.deepEqual(outcome(await admin('GET', '/session', { headers })), [401, 'token.none'])
  })
})
