import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { CALLS, newLimiter } from '../src/edge/limits.js'
import { startService, upload } from './client.js'
import {
  outcome,
  PASSWORD,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

type Listed = { readonly code: string; readonly type: string; readonly title: string }

describe('接口的约定', () => {
  const limiter = newLimiter(Date.now)
  let running: Running
  let admin: Visitor
  let root: string
  let personId: string
  before(async () => {
    running = await startPlatform({ limiter })
    const ready = await setUpRegion(running)
    admin = ready.admin
    root = ready.me.holdings[0]?.authorityId ?? ''
    personId = ready.me.person.id
  })
  after(() => running.close())

  it('不予办理的，title 说明是哪一类问题，type 指向代码的说明', async () => {
    const problems: readonly Listed[] = (await admin('GET', '/problems')).body
    const titleOf = (code: string) => problems.find((one) => one.code === code)?.title
    assert.deepEqual(
      ['password.short', 'set-up.code', 'authority.changed', 'report.not-found'].map(titleOf),
      ['密码不符合要求', '设置码不正确', '已被他人改动', '没有找到'],
    )
    assert.equal(new Set(problems.map(({ type }) => type)).size, problems.length)
    const body = { old: PASSWORD, password: '短' }
    const { body: refused } = await admin('POST', '/password', { body })
    assert.deepEqual(
      [refused.type, refused.title, refused.code],
      ['/api/v1/problems#password.short', '密码不符合要求', 'password.short'],
    )
    assert.match(refused.detail, /12/)
    assert.equal(Object.hasOwn(refused, 'message'), false)
  })

  it('方法不对的，答复 405，说明可以用哪些', async () => {
    // biome-ignore format: table
    const CASES: readonly (readonly [method: string, path: string, allow: string])[] = [
      ['DELETE', '/authorities',         'GET, HEAD, POST'],
      ['PUT',    `/authorities/${root}`, 'GET, HEAD, PATCH'],
      ['POST',   '/openapi.json',        'GET, HEAD'],
    ]
    for (const [method, path, allow] of CASES) {
      const answer = await admin(method, path)
      assert.deepEqual(
        [...outcome(answer), answer.headers.get('allow')],
        [405, 'request.method', allow],
        path,
      )
    }
    assert.deepEqual(outcome(await admin('GET', '/nowhere')), [404, 'request.not-found'])
    assert.match((await admin('GET', '/nowhere')).body.detail, /openapi\.json/)
  })

  it('正文不是 UTF-8 的，不以别的字代替', async () => {
    const body = new Uint8Array([
      ...Buffer.from('{"login":"'),
      0xd5,
      0xc5,
      ...Buffer.from('","password":"x"}'),
    ])
    const headers = { 'content-type': 'application/json' }
    const answer = await running.page('/api/v1/session', { method: 'POST', headers, body })
    assert.equal(answer.status, 400)
    assert.match(((await answer.json()) as { detail: string }).detail, /UTF-8/)
  })

  it('内容过大的，说与内容相称的办法', async () => {
    const login = 'x'.repeat(2_100_000)
    const { body } = await admin('POST', '/session', { body: { login, password: 'x' } })
    assert.match(body.detail, /分几次/)
    assert.doesNotMatch(body.detail, /图片/)
  })

  it('有版本的答复带 ETag，可以原样带回', async () => {
    const paths = [`/authorities/${root}`, `/people/${personId}`, '/region', '/session']
    for (const path of paths) {
      const { headers } = await admin('GET', path)
      assert.equal(headers.get('etag'), '"1"', path)
    }
    const { headers } = await admin('GET', `/authorities/${root}`)
    const changed = await admin('PATCH', `/authorities/${root}`, {
      headers: { 'if-match': headers.get('etag') ?? '' },
      body: { details: { phone: '0000-000000' } },
    })
    assert.deepEqual([changed.status, changed.headers.get('etag')], [200, '"2"'])
  })

  it('不认识的参数、不是本系统给出的位置，都不予办理', async () => {
    // biome-ignore format: table
    const CASES: readonly (readonly [path: string, field: string])[] = [
      ['/events/export?q=x',                    'q'],
      ['/roles?页=2',                           '页'],
      ['/rules?to=xlsx',                        'to'],
      ['/schema?of=read',                       'of'],
      ['/openapi.json?v=3',                     'v'],
      ['/public/annual-reports?year=2024',      'year'],
      [`/authorities/${root}?version=1`,        'version'],
      ['/authorities?after=x',                  'after'],
      ['/reports?after=x',                      'after'],
      ['/jobs?after=x',                         'after'],
      [`/people?authorityId=${root}&after=x`,   'after'],
      [`/past/items?authorityId=${root}&after=x`, 'after'],
      [`/collections/${root}/board?after=x`,    'after'],
    ]
    for (const [path, field] of CASES) {
      const { status, body } = await admin('GET', path)
      assert.deepEqual(
        [status, body.code, body.fields?.[0]?.field],
        [400, 'request.malformed', field],
        path,
      )
    }
    assert.equal((await admin('GET', `/authorities?after=${root}`)).status, 200)
  })

  it('其他网站的页面带着登录发来的，不论什么内容都不接受', async () => {
    // biome-ignore format: table
    const CASES: readonly (readonly [title: string, headers: Record<string, string>, status: number])[] = [
      ['其他网站',             { origin: 'http://evil.example' },                                403],
      ['其他网站',             { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
      ['同一上级域名的网站',   { origin: 'http://a.localhost', 'sec-fetch-site': 'same-site' },   403],
      ['没有来源的其他网站',   { origin: 'null', 'sec-fetch-site': 'cross-site' },                403],
      ['本站的表单，不带来源', { origin: 'null', 'sec-fetch-site': 'same-origin' },               400],
      ['本站的页面',           { origin: 'http://localhost' },                                    400],
      ['程序',                 {},                                                                400],
    ]
    for (const [title, headers, expected] of CASES) {
      const { status } = await admin('POST', '/notices/read-all', { body: {}, headers })
      assert.equal(status, expected, title)
    }
    const headers = { origin: 'http://evil.example' }
    assert.equal((await admin('DELETE', '/session', { headers })).status, 403)
    assert.equal((await admin('GET', '/session', { headers })).status, 200)
  })

  it('各条接口只写明自己会有的答复', async () => {
    const { paths } = (await admin('GET', '/openapi.json')).body
    const statuses = (method: string, path: string) =>
      Object.keys(paths[path][method].responses).join()
    assert.equal(statuses('get', '/setup'), '200,400,421,429,500,503')
    assert.equal(statuses('get', '/authorities/{id}'), '200,400,401,403,404,409,421,429,500,503')
    assert.equal(statuses('get', '/rules'), '200,400,421,429,500')
    assert.equal(statuses('get', '/openapi.json'), '200,400,421,429,500')
    assert.equal(
      statuses('patch', '/authorities/{id}'),
      '200,400,401,403,404,409,412,413,415,421,422,428,429,500,503,507',
    )
    assert.ok(paths['/region'].get.responses[200].headers.ETag)
    assert.match(paths['/setup/demonstration'].post.description, /一到几分钟/)
  })

  it('每人、每个地址的请求次数有限，答复中说明还剩多少', async () => {
    const before = await admin('GET', '/roles')
    assert.match(
      before.headers.get('ratelimit') ?? '',
      /^"address";r=\d+;t=\d+, "person";r=\d+;t=\d+$/,
    )
    assert.equal(
      before.headers.get('ratelimit-policy'),
      '"address";q=12000;w=60, "person";q=3000;w=60',
    )
    while (limiter.take(`person ${personId}`, CALLS.person) === null);
    const often = await admin('GET', '/roles')
    assert.deepEqual(outcome(often), [429, 'request.too-often'])
    assert.ok(Number(often.headers.get('retry-after')) >= 1)
    assert.equal((await admin('GET', '/public/annual-reports')).status, 200)
    while (limiter.take('address ', CALLS.address) === null);
    assert.deepEqual(outcome(await admin('GET', '/public/annual-reports')), [
      429,
      'request.too-often',
    ])
  })
})

describe('没有数据库的工具', () => {
  const service = startService()
  after(() => service.close())

  it('文件过大的，说压缩图片', async () => {
    const large = upload('甲.txt', new Uint8Array(51_000_000))
    const { status, refused } = await service.ask('/api/v1/reports/read', large)
    assert.deepEqual([status, refused.code], [413, 'request.too-large'])
    assert.match(refused.detail ?? '', /图片/)
  })

  it('不认识的参数不予办理', async () => {
    const answer = await service.post('/reports/write?to=docx&from=pdf', {})
    assert.deepEqual([answer.status, answer.refused.fields?.[0]?.field], [400, 'from'])
  })
})
