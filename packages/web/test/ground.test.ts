import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newSetUpCode, type OpenPlatform } from '@gongkai/app'
import { ok, refuse } from '@gongkai/law'
import { isAway } from '../src/edge/away.js'
import { holdGround } from '../src/edge/ground.js'
import { outcome, postmaster, type Running, setUpRegion, startPlatform } from './platform.js'

const REFUSED = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })

describe('什么算数据库不在', () => {
  // biome-ignore format: table
  const FAULTS: readonly (readonly [title: string, fault: unknown, away: boolean])[] = [
    ['拒绝连接',             REFUSED,                                                               true],
    ['没有套接字',           Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'connect' }), true],
    ['正在停止',             Object.assign(new Error('x'), { code: '57P01' }),                      true],
    ['连接中断',             new Error('Connection terminated unexpectedly'),                       true],
    ['没有这个文件',         Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }),    false],
    ['违反约束',             Object.assign(new Error('x'), { code: '23505' }),                      false],
    ['程序有误',             new TypeError('x is not a function'),                                  false],
  ]
  for (const [title, fault, away] of FAULTS) {
    it(title, () => assert.equal(isAway(fault), away))
  }
})

describe('打开平台', () => {
  const platform = { tenantId: async () => null, close: async () => {} } as unknown as OpenPlatform
  const hold = (open: () => Promise<ReturnType<typeof ok<OpenPlatform>>>) =>
    holdGround({ open, code: newSetUpCode(), onChange: () => {}, pauseMs: 5 })

  it('数据库没有应答的，等它应答', async () => {
    let tries = 0
    const ground = hold(async () => {
      tries += 1
      if (tries < 3) throw REFUSED
      return ok(platform)
    })
    assert.equal(ground.open().ok, false)
    assert.equal(await ground.begin(), null)
    assert.equal(tries, 3)
    assert.equal(ground.open().ok, true)
    await ground.close()
    assert.equal(ground.open().ok, false)
  })

  it('不能打开的，说明原因；别的错误不等待', async () => {
    const refusal = refuse('data.in-use', '正由另一个进程使用')
    const held = holdGround({
      ...{ open: async () => refusal, code: newSetUpCode(), onChange: () => {}, pauseMs: 5 },
    })
    assert.deepEqual(await held.begin(), refusal.refusal)
    const broken = hold(async () => {
      throw new TypeError('x is not a function')
    })
    await assert.rejects(broken.begin(), TypeError)
  })

  it('等待时可以停止', async () => {
    const ground = hold(async () => {
      throw REFUSED
    })
    const begun = ground.begin()
    await ground.close()
    assert.equal(await begun, null)
  })
})

describe('数据库中途不在', () => {
  let running: Running
  before(async () => {
    running = await startPlatform()
  })
  after(() => running.close())

  it('答复 503 说明情况，恢复后自行继续，登录仍在', async () => {
    const { admin } = await setUpRegion(running)
    process.kill(postmaster(running.folder), 'SIGKILL')
    const away = await untilStatus(503, () => admin('GET', '/session'))
    assert.deepEqual(outcome(away), [503, 'database.away'])
    assert.match(away.body.message, /恢复.*\/tools\/report/)
    assert.ok(away.headers.get('retry-after'))
    const rules = await admin('GET', '/rules')
    assert.equal(rules.status, 200)
    const back = await untilStatus(200, () => admin('GET', '/session'))
    assert.equal(back.body.person.login, 'admin')
    assert.deepEqual(running.faults, [])
  })
})

async function untilStatus<T extends { readonly status: number }>(
  status: number,
  ask: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask()
    if (answer.status === status) return answer
    assert.ok(tries < 600, `${status} did not come`)
    await wait(50)
  }
}
