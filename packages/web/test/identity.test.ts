import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { readSettings } from '@gongkai/app'
import Provider from 'oidc-provider'
import { openIdentityProvider } from '../src/edge/identity-provider.js'
import { newLimiter } from '../src/edge/limits.js'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

/** Who is signed in at the identity service: its subject, and the login that it tells. */
type Vouched = { subject: string; login: string }

/** An identity service that vouches for `who` without asking. */
async function startIssuer(who: Vouched): Promise<{ issuer: string; server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'gongkai', client_secret: 'a-secret-between-the-two-services' },
        redirect_uris: ['http://localhost/api/v1/session/identity/callback'],
      },
    ],
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, preferred_username: who.login }),
    }),
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId && { accountId: session.accountId }),
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: who.subject } })
  })
  return { issuer, server }
}

/** Goes where it is sent, with the cookies of the issuer, until it is sent back to us. */
async function follow(start: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  for (let url = start; ; ) {
    if (!url.startsWith(issuer)) return url
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    assert.ok(next, `${answer.status} ${await answer.text()}`)
    url = new URL(next, url).href
  }
}

describe('统一身份认证', () => {
  const who: Vouched = { subject: '', login: '' }
  let running: Running
  let issuer: string
  let server: Server
  let admin: Visitor
  let login: string
  /** What was counted, and from which one on it is too many. */
  const counted: string[] = []
  let most = Number.POSITIVE_INFINITY
  before(async () => {
    ;({ issuer, server } = await startIssuer(who))
    const settings = readSettings({
      ...{ GONGKAI_OIDC_ISSUER: issuer, GONGKAI_OIDC_CLIENT_ID: 'gongkai' },
      GONGKAI_OIDC_CLIENT_SECRET: 'a-secret-between-the-two-services',
    })
    assert.ok(settings.ok)
    const limiter = newLimiter(Date.now)
    running = await startPlatform({
      identity: openIdentityProvider(settings.value),
      limiter: {
        ...limiter,
        take(key, limit) {
          counted.push(key.split(' ')[0] ?? '')
          return counted.length > most ? 1 : limiter.take(key, limit)
        },
      },
    })
    const ready = await setUpRegion(running)
    admin = ready.admin
    const root = ready.me.holdings[0]?.authorityId ?? ''
    login = (await newUser(running, admin, root, 'auditor')).login
  })
  after(async () => {
    await running.close()
    server.closeAllConnections()
    server.close()
  })

  /** Where a browser ends up, and as whom; the browser that comes back may be another. */
  async function enter(subject: string, told: string, isOther = false) {
    Object.assign(who, { subject, login: told })
    const visitor = running.visitor()
    const begun = await visitor('GET', '/session/identity')
    assert.equal(begun.status, 302)
    const url = new URL(await follow(begun.headers.get('location') ?? '', issuer))
    const browser = isOther ? running.visitor() : visitor
    const ended = await browser('GET', `/session/identity/callback${url.search}`)
    const cookie = ended.headers.getSetCookie().find((one) => one.startsWith('gongkai_session='))
    const headers = { cookie: cookie?.split(';')[0] ?? '' }
    const me = await running.visitor()('GET', '/session', { headers })
    return { to: ended.headers.get('location'), as: me.body.person?.login }
  }

  it('登录页知道有这种方式', async () => {
    const { body } = await running.visitor()('GET', '/session/ways')
    assert.deepEqual(body, { identity: '统一身份认证' })
  })

  it('首次按登录名对应账户，以后按统一身份的编号，不看登录名', async () => {
    assert.deepEqual(await enter('subject-1', ` ${login.toUpperCase()}`), {
      to: '/console',
      as: login,
    })
    assert.deepEqual(await enter('subject-1', 'renamed'), { to: '/console', as: login })
  })

  // biome-ignore format: table
  const REFUSED: readonly (readonly [title: string, subject: string, told: () => string, isOther: boolean, code: string])[] = [
    ['登录名在统一身份中给了别人',   'subject-2', () => login,    false, 'identity.unknown'],
    ['本系统没有账户，不新增',       'subject-3', () => 'nobody', false, 'identity.unknown'],
    ['返回的不是去认证的浏览器',     'subject-1', () => login,    true,  'identity.over'],
  ]
  for (const [title, subject, told, isOther, code] of REFUSED) {
    it(`不能登录：${title}`, async () => {
      const to = `/console?refused=${code}`
      assert.deepEqual(await enter(subject, told(), isOther), { to, as: undefined })
    })
  }

  it('用通行密钥登录，只计一次登录', async () => {
    counted.length = 0
    const visitor = running.visitor()
    assert.equal((await visitor('POST', '/session/passkey/options')).status, 200)
    const parts = { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' }
    const response = {
      ...{ id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} },
      response: parts,
    }
    const failed = await visitor('POST', '/session/passkey', { body: { response } })
    assert.deepEqual(outcome(failed), [422, 'sign-in.failed'])
    assert.deepEqual(counted, ['way-in', 'sign-in'])
  })

  it('去和回各计一次；返回过多的须等候，不去查证', async () => {
    counted.length = 0
    await enter('subject-1', 'renamed')
    assert.deepEqual(counted, ['way-in', 'sign-in'])
    counted.length = 0
    most = 1
    const { to, as } = await enter('subject-1', 'renamed')
    most = Number.POSITIVE_INFINITY
    assert.deepEqual([to, as], [null, undefined])
  })
})
