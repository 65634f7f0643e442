import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lockedUntil } from '../../src/sessions/lock-out.js'
import { hashPassword, verifyPassword } from '../../src/sessions/password-hash.js'
import { checkPassword } from '../../src/sessions/password-strength.js'
import { codeOf, stepOf } from '../../src/sessions/time-codes.js'

describe('密码强度', () => {
  const WORDS = ['liuzhu', '刘竹', '云岭县', '云岭县人民政府']
  const CASES: readonly [string, string | null][] = [
    ['竹影扫阶尘不动，月穿潭底', null],
    ['correct horse battery staple', null],
    ['Xk7-vq2-Rp9-Lm', null],
    ['今天午饭吃了三碗热汤面', 'password.short'],
    ['Aa1!Aa1!', 'password.short'],
    ['x'.repeat(257), 'password.long'],
    ['aaaaaaaaaaaaaaaa', 'password.guessable'],
    ['1234567890123456', 'password.guessable'],
    ['qwertyuiop123456', 'password.guessable'],
    ['1qaz2wsx3edc4rfv', 'password.guessable'],
    ['Password123456', 'password.guessable'],
    ['P@ssw0rd2026!!', 'password.guessable'],
    ['woaini1314520', 'password.guessable'],
    ['woaini1314woaini', 'password.guessable'],
    ['zhangwei19870512', 'password.guessable'],
    ['yunlingxian2026', 'password.guessable'],
    ['ylxrmzf20260105', 'password.guessable'],
    ['云岭县人民政府2026', 'password.short'],
    ['云岭县人民政府20260105', 'password.guessable'],
    ['Yunlingxianrenminzhengfu', 'password.guessable'],
    ['liuzhu@yunling1', 'password.guessable'],
    ['admin@123456.com', 'password.guessable'],
    ['zwgk88888888xxgk', 'password.guessable'],
    ['aB3$aB3$aB3$', 'password.guessable'],
    ['Xk7-vq2Xk7-vq2', 'password.guessable'],
    ['竹影竹影竹影竹影竹影竹影', 'password.guessable'],
    ['!QAZ@WSX#EDC', 'password.guessable'],
    ['qazwsxedcrfv', 'password.guessable'],
    ['qweasdzxc147258369', 'password.guessable'],
    ['1q2w3e4r5t6y', 'password.guessable'],
    ['刘竹1234刘竹56刘竹云', 'password.guessable'],
    ['刘竹·云岭·2026·刘竹', 'password.guessable'],
    ['Banana nannte neun Kannen', null],
  ]
  for (const [password, expected] of CASES) {
    it(password.slice(0, 30), () => {
      const checked = checkPassword(password, WORDS)
      assert.equal(checked.ok ? null : checked.refusal.code, expected)
    })
  }
})

describe('argon2id', () => {
  it('is kept as a PHC string with its parameters, never twice the same', async () => {
    const [first, second] = [
      await hashPassword('同一个密码同一个密码'),
      await hashPassword('同一个密码同一个密码'),
    ]
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.notEqual(first, second)
    assert.equal(await verifyPassword('同一个密码同一个密码', second), true)
    assert.equal(await verifyPassword('另一个密码', second), false)
    assert.equal(await verifyPassword('另一个密码', null), false)
  })

  it('reads the parameters that are written in it: the reference implementation, m=65536, t=2', async () => {
    const kept =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    assert.equal(await verifyPassword('password', kept), true)
    assert.equal(await verifyPassword('differentpassword', kept), false)
  })

  it('full-width and half-width characters are the same', async () => {
    assert.equal(await verifyPassword('ＡＢＣ123', await hashPassword('ABC123')), true)
  })

  it('a broken record is a fault and lets nobody in', async () => {
    await assert.rejects(verifyPassword('x', 'x'))
  })
})

describe('动态验证码（RFC 6238 附录 B）', () => {
  const secret = Buffer.from('12345678901234567890')
  const CASES: readonly [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ]
  for (const [seconds, code] of CASES) {
    it(`${seconds}`, () => {
      assert.equal(codeOf(secret, Math.floor(seconds / 30), 8), code)
      const base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
      const step = Math.floor(seconds / 30)
      assert.equal(stepOf(base32, code.slice(2), new Date(seconds * 1000), 0), step)
      assert.equal(stepOf(base32, code.slice(2), new Date(seconds * 1000), step), null)
    })
  }
})

describe('输错后的等候', () => {
  const CASES: readonly [number, string | null][] = [
    [1, null],
    [4, null],
    [5, '1970-01-01T00:01:00.000Z'],
    [6, '1970-01-01T00:02:00.000Z'],
    [10, '1970-01-01T00:32:00.000Z'],
    [11, '1970-01-01T01:00:00.000Z'],
    [500, '1970-01-01T01:00:00.000Z'],
  ]
  for (const [failures, until] of CASES) {
    it(`${failures} 次`, () => {
      assert.equal(lockedUntil(failures, new Date(0))?.toISOString() ?? null, until)
    })
  }
})
