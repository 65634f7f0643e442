import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Me } from '../src/index.js'
import {
  newUser,
  outcome,
  PASSWORD,
  type Running,
  setUpRegion,
  startPlatform,
  tokenOf,
  type Visitor,
} from './platform.js'

const NEW_PASSWORD = '落霞孤鹜齐飞，秋水长天一色'

describe('登录', () => {
  let running: Running
  let admin: Visitor
  let me: Me
  let root: string
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    me = ready.me
    root = me.holdings[0]?.authorityId ?? ''
  })
  after(() => running.close())

  const user = (role = 'disclosureOfficer') => newUser(running, admin, root, role)
  const enter = (visitor: Visitor, login: string, password = PASSWORD, code?: string) =>
    visitor('POST', '/session', { body: { login, password, ...(code && { code }) } })

  it('登录、查看、退出', async () => {
    const visitor = running.visitor()
    assert.equal((await enter(visitor, ' ADMIN')).status, 200)
    const { body } = await visitor('GET', '/session')
    assert.equal(body.person.name, '管理员')
    const may = { action: 'authority.add', authorityId: root, reach: 'below' }
    assert.ok(body.rights.some((one: object) => JSON.stringify(one) === JSON.stringify(may)))
    assert.equal((await visitor('DELETE', '/session')).status, 204)
    assert.deepEqual(outcome(await visitor('GET', '/session')), [401, 'session.none'])
  })

  it('不论登录名还是密码不对，答复一样', async () => {
    const wrong = await enter(running.visitor(), 'admin', '不是这个密码不是这个密码')
    const nobody = await enter(running.visitor(), 'nobody')
    assert.deepEqual(outcome(wrong), [422, 'sign-in.failed'])
    assert.deepEqual(nobody.body, wrong.body)
  })

  it('再次登录时，原来的登录结束', async () => {
    const { visitor, login } = await user()
    await enter(visitor, login)
    assert.equal((await visitor('GET', '/sessions')).body.length, 1)
  })

  it('列出本人的登录，退出其中一个、其他全部', async () => {
    const { visitor, login } = await user()
    const others = [running.visitor(), running.visitor(), running.visitor()] as const
    for (const other of others) await enter(other, login)
    const { body } = await visitor('GET', '/sessions')
    assert.equal(body.length, 4)
    assert.equal(body.filter((one: { isThis: boolean }) => one.isThis).length, 1)
    const [last] = body.filter((one: { isThis: boolean }) => !one.isThis)
    assert.equal((await visitor('DELETE', `/sessions/${last.id}`)).status, 204)
    assert.deepEqual(outcome(await visitor('DELETE', `/sessions/${last.id}`)), [
      404,
      'session.not-found',
    ])
    assert.deepEqual((await visitor('DELETE', '/sessions')).body, { ended: 2 })
    assert.equal((await others[0]('GET', '/session')).status, 401)
    assert.equal((await visitor('GET', '/session')).status, 200)
  })

  it('修改密码后各处须重新登录', async () => {
    const { visitor, login } = await user()
    const change = (old: string, password: string) =>
      visitor('POST', '/password', { body: { old, password } })
    assert.deepEqual(outcome(await change('不对的密码不对的密码', NEW_PASSWORD)), [
      422,
      'password.wrong',
    ])
    assert.deepEqual(outcome(await change(PASSWORD, '短')), [422, 'password.short'])
    assert.equal((await change(PASSWORD, NEW_PASSWORD)).status, 204)
    assert.equal((await visitor('GET', '/session')).status, 401)
    assert.equal((await enter(visitor, login, NEW_PASSWORD)).status, 200)
  })

  it('申请重设密码：有无此人答复一样，链接在邮件里，用一次', async () => {
    const { login } = await user()
    const visitor = running.visitor()
    const ask = (name: string) => visitor('POST', '/password-reset', { body: { login: name } })
    const [nobody, somebody] = [await ask('nobody'), await ask(login)]
    assert.deepEqual([nobody.status, nobody.body], [202, {}])
    assert.deepEqual([somebody.status, somebody.body], [202, {}])
    for (let tries = 0; running.mails.length === 0 && tries < 100; tries++) await wait(20)
    const [mail] = running.mails
    assert.equal(mail?.to, `${login}@example.org`)
    const link = /http:\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    assert.match(link, /^http:\/\/localhost\/console\/links\/[\w-]{43}$/)
    const path = `/links/${tokenOf(link)}`
    const opened = await visitor('GET', path)
    assert.deepEqual([opened.body.purpose, opened.body.login], ['reset', login])
    const weak = await visitor('POST', path, { body: { password: '123456789012' } })
    assert.deepEqual(outcome(weak), [422, 'password.guessable'])
    const set = await visitor('POST', path, { body: { password: NEW_PASSWORD } })
    assert.deepEqual(set.body, { login })
    assert.equal((await enter(visitor, login, NEW_PASSWORD)).status, 200)
    assert.deepEqual(outcome(await visitor('GET', path)), [410, 'link.over'])
    const again = await visitor('POST', path, { body: { password: NEW_PASSWORD } })
    assert.deepEqual(outcome(again), [410, 'link.over'])
  })

  it('动态验证码：设置、启用、登录时要求、停用', async () => {
    const { visitor, login } = await user()
    const start = (password: string) => visitor('POST', '/time-codes', { body: { password } })
    const confirm = (code: string) => visitor('POST', '/time-codes/confirm', { body: { code } })
    assert.deepEqual(outcome(await start('不对的密码不对的密码')), [422, 'password.wrong'])
    const { body } = await start(PASSWORD)
    assert.match(body.uri, /^otpauth:\/\/totp\//)
    assert.deepEqual(outcome(await confirm('abc')), [422, 'time-codes.wrong'])
    assert.equal((await confirm(timeCode(body.secret, 0))).status, 204)
    assert.equal((await visitor('GET', '/session')).body.timeCodes, true)
    assert.deepEqual(outcome(await start(PASSWORD)), [409, 'time-codes.in-use'])
    assert.deepEqual(outcome(await enter(running.visitor(), login)), [422, 'sign-in.failed'])
    const next = timeCode(body.secret, 1)
    assert.equal((await enter(running.visitor(), login, PASSWORD, next)).status, 200)
    const end = (password: string) => visitor('DELETE', '/time-codes', { body: { password } })
    assert.deepEqual(outcome(await end('不对的密码不对的密码')), [422, 'password.wrong'])
    assert.equal((await end(PASSWORD)).status, 204)
    assert.equal((await enter(running.visitor(), login)).status, 200)
  })

  it('职责及其权限', async () => {
    const { body } = await admin('GET', '/roles')
    assert.equal(body[0].label, '系统管理员')
    const add = { action: 'authority.add', label: '增加机关', reach: 'below' }
    assert.deepEqual(body[0].rights[0], add)
  })

  it('其他网站的页面不能替人办理', async () => {
    const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }
    const answer = await admin('POST', '/people/x/invite-again', { headers })
    assert.deepEqual(outcome(answer), [403, 'request.cross-site'])
  })

  it('一个登录名试得过多，须等候', async () => {
    const visitor = running.visitor()
    const answers = []
    for (let tries = 0; tries < 21; tries++) answers.push(await enter(visitor, 'stranger', 'x'))
    const [before, last] = answers.slice(-2)
    assert.ok(before && last)
    assert.deepEqual(outcome(before), [422, 'sign-in.failed'])
    assert.deepEqual(outcome(last), [429, 'request.too-often'])
    assert.ok(Number(last.headers.get('retry-after')) > 800)
    assert.equal((await enter(visitor, 'admin')).status, 200)
  })
})

/** The code of a secret, `steps` of 30 seconds from now (RFC 6238). */
function timeCode(secret: string, steps: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
