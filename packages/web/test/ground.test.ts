import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newSetUpCode, type OpenPlatform, type RunningQueue, startQueue } from '@gongkai/app'
import { ok, refuse } from '@gongkai/law'
import { isAway, isSlow } from '../src/edge/away.js'
import { holdGround } from '../src/edge/ground.js'
import type { Work } from '../src/edge/worker.js'
import { outcome, type Running, setUpRegion, startPlatform } from './platform.js'

const FULL_POOL = new Error('timeout exceeded when trying to connect')
const NONE_LEFT = Object.assign(new Error('too many clients'), { code: '53300' })
const REFUSED = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })

describe('什么算数据库不在', () => {
  // biome-ignore format: table
  const FAULTS: readonly (readonly [title: string, fault: unknown, away: boolean])[] = [
    ['拒绝连接',             REFUSED,                                                               true],
    ['没有套接字',           Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'connect' }), true],
    ['正在停止',             Object.assign(new Error('x'), { code: '57P01' }),                      true],
    ['连接中断',             new Error('Connection terminated unexpectedly'),                       true],
    ['连接无应答',           new Error('timeout exceeded when trying to connect'),                  true],
    ['语句无应答',           new Error('Query read timeout'),                                       true],
    ['服务器不应答',         new Error('Connection terminated: the server does not answer'),        true],
    ['没有这个文件',         Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }),    false],
    ['违反约束',             Object.assign(new Error('x'), { code: '23505' }),                      false],
    ['程序有误',             new TypeError('x is not a function'),                                  false],
  ]
  for (const [title, fault, away] of FAULTS) {
    it(title, () => assert.equal(isAway(fault), away))
  }

  it('等不到连接的，可能只是忙', () => {
    assert.deepEqual([FULL_POOL, NONE_LEFT, REFUSED].map(isSlow), [true, true, false])
  })
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

describe('连接全被占用', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, answers: boolean, fault: Error, code: string, closed: number])[] = [
    ['数据库另有应答的，请稍候再试，不关闭', true,  FULL_POOL, 'database.busy', 0],
    ['连接数到了上限的，也一样',             true,  NONE_LEFT, 'database.busy', 0],
    ['另行连接也没有应答的，重新打开',       false, FULL_POOL, 'database.away', 1],
  ]
  for (const [title, answers, fault, code, closed] of CASES) {
    it(title, async () => {
      let closings = 0
      const platform = {
        // Over the full pool.
        tenantId: () => Promise.reject(fault),
        answers: async () => answers,
        close: async () => {
          closings += 1
        },
      } as unknown as OpenPlatform
      const open = async () => ok(platform)
      const ground = holdGround({ open, code: newSetUpCode(), onChange: () => {}, pauseMs: 5 })
      await ground.begin()
      const lost = await Promise.all([ground.lost(fault), ground.lost(fault)])
      assert.deepEqual(
        lost.map((one) => one?.code),
        [code, code],
      )
      await wait(20)
      assert.deepEqual([closings, ground.open().ok], [closed, true])
      await ground.close()
    })
  }
})

describe('数据库中途不在', () => {
  let running: Running
  const queues: RunningQueue[] = []
  let stopped = 0
  before(async () => {
    const work: Work = async (platform) => {
      const queue = await startQueue(platform, [], {
        onFault: (fault) => void running.ground.lost(fault),
      })
      queues.push(queue)
      return {
        async stop(withinMs) {
          stopped += 1
          await queue.stop(withinMs)
        },
      }
    }
    running = await startPlatform({}, { work, ownServer: true })
  })
  after(() => running.close())

  it('答复 503 说明情况，恢复后自行继续，登录仍在', async () => {
    assert.equal(queues.length, 0)
    const { admin } = await setUpRegion(running)
    await until(() => queues.length === 1)
    running.killDatabase()
    const away = await untilStatus(503, () => admin('GET', '/session'))
    assert.deepEqual(outcome(away), [503, 'database.away'])
    assert.match(away.body.detail, /恢复.*\/tools\/report/)
    assert.ok(away.headers.get('retry-after'))
    const rules = await admin('GET', '/rules')
    assert.equal(rules.status, 200)
    const back = await untilStatus(200, () => admin('GET', '/session'))
    assert.equal(back.body.person.login, 'admin')
    assert.deepEqual(running.faults, [])
  })

  it('后台任务在设置后开始，数据库恢复后重新开始，停止时停止', async () => {
    await until(() => queues.length === 2)
    assert.equal(stopped, 1)
    assert.equal((await running.visitor()('GET', '/setup')).body.needed, false)
    await running.ground.close()
    assert.equal(stopped, 2)
  })
})

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    assert.ok(tries < 600, 'it did not come about')
    await wait(50)
  }
}

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
