import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import {
  newUser,
  outcome,
  REGION,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

type Documented = {
  readonly method: string
  readonly path: string
  readonly summary?: string
  readonly security?: readonly object[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema?: Schema }>> }
}

type Schema = { readonly $ref?: string; readonly properties?: Readonly<Record<string, unknown>> }

/** The fields of a body, also of one that stands elsewhere in the document. */
function propertiesOf(document: Record<string, unknown>, { $ref, properties }: Schema): object {
  if ($ref === undefined) return properties ?? {}
  const { components } = document as { components: { schemas: Record<string, Schema> } }
  return propertiesOf(document, components.schemas[$ref.split('/').at(-1) ?? ''] ?? {})
}

/** Chinese, what is expected, and no word of the program that found it. */
const EXPECTED =
  /^(?!.*(?:expected|received|undefined|NaN|string|nvalid|无效|instanceof)).*(?:应|不能|不可缺少|没有填写|不符|没有这一天)/

/** Expected: what everybody may ask. All else asks for a session. */
const OPEN = [
  'get /health',
  'get /links/{token}',
  'get /public/annual-report.xsd',
  'get /public/annual-reports',
  'get /public/annual-reports/{year}',
  'get /public/annual-reports/{year}/all/{format}',
  'get /public/annual-reports/{year}/{authority}',
  'get /public/comparisons/{year}/{measure}',
  'get /public/series/{authority}',
  'get /session/identity',
  'get /session/identity/callback',
  'get /session/ways',
  'get /setup',
  'get /setup/progress',
  'post /links/{token}',
  'post /links/{token}/confirm',
  'post /password-reset',
  'post /session',
  'post /session/passkey',
  'post /session/passkey/options',
  'post /setup',
  'post /setup/demonstration',
]

/** No route of its own: a short way to a schema. */
const UNDOCUMENTED = ['GET /api/v1/schema']

describe('接口与其说明一致', () => {
  let running: Running
  let admin: Visitor
  let root: string
  let document: Record<string, unknown>
  let documented: readonly Documented[]
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    root = ready.me.holdings[0]?.authorityId ?? ''
    const { body } = await admin('GET', '/openapi.json')
    assert.equal(body.openapi, '3.1.0')
    document = body
    documented = Object.entries<Record<string, Documented>>(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ ...route, method, path })),
    )
  })
  after(() => running.close())

  it('every documented route exists, and every route is documented', () => {
    const there = running.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path}`)
      // A middleware stands on a path with a star.
      .filter((one) => !one.endsWith('*') && !UNDOCUMENTED.includes(one))
    const said = documented.map(({ method, path }) => {
      return `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    })
    assert.ok(said.length > 45, `${said.length}`)
    assert.deepEqual([...new Set(there)].toSorted(), said.toSorted())
  })

  it('the document is one of OpenAPI 3.1, and a program can import it', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    assert.deepEqual(errors ?? [], [])
    assert.equal(valid, true)
  })

  it('whatever is asked, the answer is one of those documented, and a refusal says in Chinese what to do', async () => {
    const { visitor } = await newUser(running, admin, root, 'administrator')
    // Signing out comes last.
    const last = ({ path }: Documented) => (path === '/session' ? 1 : 0)
    for (const route of documented.toSorted((a, b) => last(a) - last(b))) {
      const asked = `${route.method.toUpperCase()} ${route.path}`
      const at = route.path.replaceAll(/\{\w+\}/g, randomUUID())
      const { status, headers, body } = await visitor(route.method.toUpperCase(), at)
      assert.ok(Object.hasOwn(route.responses, status), `${asked}: ${status} is not documented`)
      assert.ok(status < 500, `${asked}: ${status}`)
      if (status < 400) continue
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, asked)
      assert.match(body.code, /^[a-z-]+\.[a-z-]+$/, asked)
      assert.match(body.detail, /\p{Script=Han}.*。$/u, asked)
      assert.deepEqual([body.status, body.message], [status, undefined], asked)
      assert.equal(body.type, `/api/v1/problems#${body.code}`, asked)
    }
  })

  it('请求正文有误的，用中文写明哪一项、应当是什么', async () => {
    const { visitor } = await newUser(running, admin, root, 'administrator')
    const refused = new Set<string>()
    const told = new Set<string>()
    const BODIES = [[], { 别的: 1 }, ...[{}, 'x', '', -1, 1.5, null, [[]]]] as const
    for (const { method, path, requestBody } of documented) {
      const schema = requestBody?.content['application/json']?.schema
      if (!schema || path === '/session') continue
      const fields = Object.keys(propertiesOf(document, schema))
      for (const [at, wrong] of BODIES.entries()) {
        const body = at < 2 ? wrong : Object.fromEntries(fields.map((field) => [field, wrong]))
        const place = path.replaceAll(/\{\w+\}/g, randomUUID())
        const answer = await visitor(method.toUpperCase(), place, { body, version: 1 })
        if (answer.body.code !== 'request.malformed') continue
        refused.add(`${method} ${path}`)
        for (const { field, message } of answer.body.fields) {
          assert.match(message, EXPECTED, `${method} ${path} ${field}：${message}`)
          assert.ok(answer.body.detail.includes(`${field}：${message}`), answer.body.detail)
          told.add(message)
        }
      }
    }
    assert.ok(refused.size >= 20, [...refused].join())
    assert.ok(told.size >= 20, [...told].join())
  })

  it('every route says in words what it is for', () => {
    const silent = documented.filter(({ summary }) => !summary || !/\p{Script=Han}/u.test(summary))
    assert.deepEqual(silent, [])
  })

  it('未登录时一律答复 401，公开的除外', async () => {
    const routes = documented.filter(({ security }) => security !== undefined)
    const open = routes.filter(({ security }) => security?.length === 0)
    assert.deepEqual(open.map(({ method, path }) => `${method} ${path}`).toSorted(), OPEN)
    const staff = routes.filter((route) => !open.includes(route))
    assert.ok(staff.length > 30, `${staff.length}`)
    const visitor = running.visitor()
    for (const { method, path } of staff) {
      const answer = await visitor(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, root))
      assert.deepEqual(outcome(answer), [401, 'session.none'], `${method} ${path}`)
    }
  })

  it('伪造、结束的登录与未登录一样', async () => {
    const headers = { cookie: `gongkai_session=${'A'.repeat(43)}` }
    const answer = await running.visitor()('GET', '/session', { headers })
    assert.deepEqual(outcome(answer), [401, 'session.none'])
  })

  it('职责由库中现状决定：收回职责后登录随即结束', async () => {
    const { visitor, personId } = await newUser(running, admin, root, 'auditor')
    const { assignments } = (await admin('GET', `/people/${personId}`)).body
    const end = { version: 1, body: { reason: '调离' } }
    await admin('POST', `/assignments/${assignments[0].id}/end`, end)
    assert.deepEqual(outcome(await visitor('GET', '/session')), [401, 'session.none'])
  })

  // biome-ignore format: table
  const BODIES: readonly (readonly [title: string, init: () => { readonly body: unknown; readonly headers?: Record<string, string> }, status: number, code: string, message: RegExp])[] = [
    ['不是 JSON',     () => ({ body: REGION, headers: { 'content-type': 'text/plain' } }), 415, 'request.media-type', /application\/json/],
    ['空对象',         () => ({ body: {} }),                                              400, 'request.malformed',  /login/],
    ['一个数',         () => ({ body: 3 }),                                               400, 'request.malformed',  /请求内容：应为对象/],
    ['含 NUL',         () => ({ body: { login: 'a\0b', password: 'x' } }),                400, 'request.malformed',  /控制字符/],
    ['太大',           () => ({ body: { login: 'x'.repeat(2_100_000), password: 'x' } }), 413, 'request.too-large',  /2 MB/],
  ]
  for (const [title, init, status, code, message] of BODIES) {
    it(`请求正文有误：${title}`, async () => {
      const answer = await running.visitor()('POST', '/session', init())
      assert.deepEqual(outcome(answer), [status, code])
      assert.match(answer.body.detail, message)
      assert.equal(answer.body.status, status)
    })
  }
})
