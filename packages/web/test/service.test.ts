import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Pool, SCHEMAS } from '@gongkai/app'
import { bodyOf, startService, upload } from './client.js'

const service = startService()
const { ask } = service
after(() => service.close())

describe('页面', () => {
  it('没有数据库时首页说明情况，核对工具照常', async () => {
    const { status, text } = await ask('/')
    assert.equal(status, 503)
    assert.match(text, /数据库暂时没有应答.*href="\/tools\/report"/s)
  })

  it('控制台的各页是同一个页面，/setup 转到设置页面', async () => {
    for (const path of ['/console', '/console/people/1']) {
      assert.match((await ask(path)).text, /csp-nonce/)
    }
    const { status, headers } = await ask('/setup')
    assert.deepEqual([status, headers.get('location')], [302, '/console/setup'])
  })

  it('each page has a nonce of its own, the same in header and page', async () => {
    const pages = [await ask('/tools/report'), await ask('/tools/report')]
    const nonces = pages.map(({ text, headers }) => {
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? ''
      assert.ok(nonce.length >= 16)
      const policy = headers.get('content-security-policy') ?? ''
      assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy)
      return nonce
    })
    assert.notEqual(nonces[0], nonces[1])
  })

  it('no inline script, no frame, no foreign source', async () => {
    const { headers } = await ask('/tools/report')
    const policy = headers.get('content-security-policy') ?? ''
    assert.doesNotMatch(policy, /unsafe|\*|http/)
    assert.match(policy, /script-src 'self';/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('cache-control'), 'no-store')
  })

  it('assets are kept for good, others are not there', async () => {
    const { status, headers } = await ask('/assets/index-1.js')
    assert.equal(status, 200)
    assert.match(headers.get('cache-control') ?? '', /immutable/)
    assert.equal((await ask('/assets/index-2.js')).refused.code, 'request.not-found')
    assert.equal((await ask('/assets/..%2fpackage.json')).status, 404)
  })
})

describe('谁可以访问', () => {
  it('以别的网址指向本机的请求不予接受', async () => {
    const { status, refused } = await ask('http://evil.example/api/v1/rules')
    assert.deepEqual([status, refused.code], [421, 'request.host'])
  })

  it('HOST 不是本机时任何网址都可以', async () => {
    const open = startService({ pool: service.pool, hosts: null })
    assert.equal((await open.ask('http://gk.example/api/v1/rules')).status, 200)
  })

  // biome-ignore format: table
  const SENDERS: readonly (readonly [title: string, headers: Record<string, string>, status: number])[] = [
    ['本站页面',       { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },       422],
    ['其他网站',       { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },     403],
    ['没有来源的程序', {},                                                                    422],
  ]
  for (const [title, headers, status] of SENDERS) {
    it(title, async () => {
      const answer = await ask('/api/v1/reports/read', { ...upload('空.txt', ''), headers })
      assert.equal(answer.status, status)
    })
  }
})

describe('忙和故障', () => {
  const waiting = { promise: Promise.resolve(), release: () => {} }
  const poolOf = (run: Pool['run']): Pool => ({ ...service.pool, jobs: 1, run })

  it('处理不过来时请稍后再来', async () => {
    waiting.promise = new Promise((resolve) => {
      waiting.release = resolve
    })
    const busy = startService({
      pool: poolOf(async () => {
        await waiting.promise
        throw new Error('done')
      }),
    })
    const send = () => busy.ask('/api/v1/reports/read', upload('甲.txt', '甲'))
    const first = Array.from({ length: 8 }, send)
    const { status, refused, headers } = await send()
    assert.deepEqual([status, refused.code, headers.get('retry-after')], [503, 'server.busy', '2'])
    waiting.release()
    await Promise.all(first)
    assert.equal((await send()).status, 500)
  })

  it('a fault leaves nothing of itself but a number', async () => {
    const broken = startService({
      pool: poolOf(async () => {
        throw new Error('secret of /srv/x')
      }),
    })
    const answer = await broken.ask('/api/v1/reports/read', upload('甲.txt', '甲'))
    assert.deepEqual([answer.status, answer.refused.code], [500, 'server.fault'])
    assert.doesNotMatch(answer.text, /secret|srv/)
    assert.match(answer.refused.detail ?? '', new RegExp(answer.refused.requestId ?? '编号'))
    assert.equal(broken.faults.length, 1)
  })

  it('a fault of a file says no more', async () => {
    const refusal = { code: 'file.fault', message: 'x is not a function' } as const
    const broken = startService({ pool: poolOf(async () => ({ ok: false, refusal })) })
    const answer = await broken.ask('/api/v1/reports/read', upload('甲.txt', '甲'))
    assert.deepEqual([answer.status, answer.refused.code], [500, 'server.fault'])
    assert.doesNotMatch(answer.text, /function/)
  })
})

describe('目录', () => {
  it('规则各有编号、说法和依据', async () => {
    const rules = bodyOf('/rules', await ask('/api/v1/rules'))
    assert.ok(rules.length > 50)
    const bare = rules.filter(({ code, states }) => code === '' || states === '')
    assert.deepEqual(bare, [])
  })

  it('示例可以逐份取得', async () => {
    const examples = bodyOf('/examples', await ask('/api/v1/examples'))
    assert.deepEqual(examples[1], { id: '2', name: '云岭县财政局2023年.txt' })
    const file = await ask('/api/v1/examples/2')
    assert.match(file.text, /云岭县财政局/)
    assert.equal((await ask('/api/v1/examples/99')).status, 404)
  })

  it('JSON Schema：读取结果、检查结果、未能读取的文件', async () => {
    for (const of of ['read', 'check', 'refusal'] as const) {
      const { status, text } = await ask(`/api/v1/schema/${of}`)
      assert.deepEqual([status, JSON.parse(text)], [200, SCHEMAS[of]])
    }
    const { status, refused } = await ask('/api/v1/schema/write')
    assert.deepEqual([status, refused.code], [400, 'request.malformed'])
    assert.match(refused.detail ?? '', /of：应为read、check、.*之一/)
  })

  it('the schema of a report stands in the OpenAPI document', async () => {
    const document = bodyOf('/openapi.json', await ask('/api/v1/openapi.json'))
    assert.ok('cells' in document.components.schemas.Report.properties)
  })
})
