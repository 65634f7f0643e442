import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { outcome, type Running, setUpRegion, startPlatform, type Visitor } from './platform.js'

describe('同一请求重发', () => {
  let running: Running
  let admin: Visitor
  let root: string
  let personId: string
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    root = ready.me.holdings[0]?.authorityId ?? ''
    personId = ready.me.person.id
  })
  after(() => running.close())

  const invite = (key: string, login: string) =>
    admin('POST', '/people', {
      headers: { 'idempotency-key': key },
      body: { login, name: '新人', assignments: [{ authorityId: root, role: 'auditor' }] },
    })

  it('答复与首次相同，只办理一次；换了内容的不受理', async () => {
    const first = await invite('key-of-one-request', 'one')
    const again = await invite('key-of-one-request', 'one')
    assert.deepEqual([again.status, again.body], [201, first.body])
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    assert.equal(first.headers.get('idempotency-replayed'), null)
    const other = await invite('key-of-one-request', 'two')
    assert.deepEqual(outcome(other), [422, 'idempotency.other-request'])
    assert.deepEqual(outcome(await invite('another-key', 'one')), [409, 'person.login-taken'])
  })

  it('被拒绝的请求重发，答复也相同', async () => {
    const sent = { headers: { 'idempotency-key': 'refused-request' }, body: { reason: '离职' } }
    const path = `/people/${personId}/block`
    const first = await admin('POST', path, { ...sent, version: 9 })
    const again = await admin('POST', path, { ...sent, version: 9 })
    assert.deepEqual(again.body, first.body)
    const onOther = await admin('POST', path, { ...sent, version: 1 })
    assert.deepEqual(outcome(onOther), [422, 'idempotency.other-request'])
  })

  it('上传的文件也算内容：同一文件重发，答复相同；换了文件的不受理', async () => {
    const upload = (text: string) => {
      const body = new FormData()
      body.append('file', new File([text], '年度报告.txt'))
      const headers = { 'idempotency-key': 'key-of-one-upload' }
      return admin('POST', `/past/imports?authorityId=${root}`, { headers, body })
    }
    const first = await upload('一、总体情况')
    const again = await upload('一、总体情况')
    assert.deepEqual([outcome(first), again.body], [[403, 'right.missing'], first.body])
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    assert.deepEqual(outcome(await upload('二、主动公开')), [422, 'idempotency.other-request'])
  })

  it('同时到达的，只有一个办理', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => invite('at-the-same-time', 'three')))
    const done = all.filter(
      ({ status, headers }) => status === 201 && !headers.has('idempotency-replayed'),
    )
    assert.equal(done.length, 1)
    for (const answer of all.filter(({ status }) => status !== 201)) {
      assert.deepEqual(outcome(answer), [409, 'idempotency.under-way'])
      assert.equal(answer.headers.get('retry-after'), '1')
    }
  })

  it('键的格式不符的，指出来', async () => {
    assert.deepEqual(outcome(await invite('short', 'five')), [400, 'request.malformed'])
  })
})
