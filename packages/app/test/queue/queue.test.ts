import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ok, refuse } from '@gongkai/law'
import pg from 'pg'
import { defineJob, type JobRun } from '../../src/queue/define-job.js'
import { enqueue } from '../../src/queue/enqueue.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS, type TestServer } from '../support/servers.js'
import { ask, comesTo, seen, until, work } from './support.js'

const QUICK = { label: '测试', retries: 0, backoffSeconds: 1, mostSeconds: 30 } as const

/** A job that notes what it was given, and does what it is told to. */
function noting(
  name: string,
  given: number[],
  then: (run: JobRun) => Promise<unknown> = async () => {},
) {
  return defineJob<{ number: number }>({
    ...QUICK,
    name,
    async run(_, { number }, run) {
      given.push(number)
      await then(run)
    },
  })
}

// The servers do not know of each other: both are tried at the same time.
describe('后台任务', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let region: Region
      before(async () => {
        region = await newRegion(server)
      })
      after(() => region.close())

      it('what was asked for in a change that was undone does not run; what was kept runs', async () => {
        const given: number[] = []
        const job = noting('testUndone', given)
        const { platform, administrator } = region
        await transact(platform, administrator, async ({ tx }) => {
          await enqueue(tx, job, { number: 1 })
          return refuse('test.undone', '')
        })
        const id = await ask(region, job, { number: 2 })
        const queue = await work(region, [job])
        await comesTo(region, id, 'done')
        await queue.stop(1000)
        assert.deepEqual(given, [2])
      })

      it('many workers share the work: each job runs once', async () => {
        const given: number[] = []
        const job = { ...noting('testShared', given), beside: 3 }
        const ids: string[] = []
        for (let number = 0; number < 20; number++) ids.push(await ask(region, job, { number }))
        const queues = await Promise.all([work(region, [job]), work(region, [job])])
        for (const id of ids) await comesTo(region, id, 'done')
        await Promise.all(queues.map((queue) => queue.stop(1000)))
        assert.deepEqual(
          given.toSorted((a, b) => a - b),
          [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
        )
      })

      it('a long queue is worked off without waiting between the jobs', async () => {
        const job = { ...noting('testLong', []), beside: 2 }
        const ids: string[] = []
        for (let number = 0; number < 40; number++) ids.push(await ask(region, job, { number }))
        const queue = await work(region, [job], 10)
        for (const id of ids) await comesTo(region, id, 'done')
        await queue.stop(1000)
      })

      it('while one with the same key waits, no second one is added; another key, or one that runs, does not matter', async () => {
        const given: number[] = []
        let release = () => {}
        const held = new Promise<void>((resolve) => {
          release = resolve
        })
        const job = {
          ...noting('testKey', given, () => held),
          once: ({ number }: { number: number }) => String(number % 10),
        }
        const first = await ask(region, job, { number: 1 })
        assert.equal(await ask(region, job, { number: 11 }), first)
        const other = await ask(region, job, { number: 2 })
        assert.notEqual(other, first)
        const queue = await work(region, [{ ...job, beside: 2 }])
        await until(() => given.length === 2)
        const second = await ask(region, job, { number: 21 })
        assert.notEqual(second, first)
        release()
        await comesTo(region, second, 'done')
        await queue.stop(1000)
        assert.deepEqual(given.toSorted(), [1, 2, 21])
      })

      it('the one that waits does not start before the change is there that asked for it again', async () => {
        const given: number[] = []
        const job = { ...noting('testHeld', given), once: () => 'one' }
        const id = await ask(region, job, { number: 1 })
        const { platform, administrator } = region
        const queue = await transact(platform, administrator, async ({ tx }) => {
          assert.equal(await enqueue(tx, job, { number: 2 }), id)
          const started = await work(region, [job])
          await wait(1500)
          assert.deepEqual(given, [])
          return ok(started)
        })
        await comesTo(region, id, 'done')
        await queue.value.stop(1000)
        assert.deepEqual(given, [1])
      })

      it('two that ask at the same time with the same key get the same job', async () => {
        const job = { ...noting('testRace', []), once: () => 'one' }
        const ids = await Promise.all([1, 2, 3].map((number) => ask(region, job, { number })))
        assert.equal(new Set(ids).size, 1)
      })

      it('does not start before its time', async () => {
        const given: number[] = []
        const job = noting('testLater', given)
        const soon = new Date(Date.now() + 2500)
        const id = await ask(region, job, { number: 1 }, { notBefore: soon })
        const queue = await work(region, [job])
        const { startedAt } = await comesTo(region, id, 'done')
        await queue.stop(1000)
        assert.ok(startedAt && startedAt >= soon)
      })

      it('a failure is tried again after a pause that grows; then it counts as failed, with the reason', async () => {
        const times: number[] = []
        const job = defineJob<{ number: number }>({
          ...QUICK,
          name: 'testFailing',
          retries: 2,
          async run() {
            times.push(Date.now())
            throw new Error('对方服务器没有答复')
          },
        })
        const id = await ask(region, job, { number: 1 })
        const queue = await work(region, [job])
        const failed = await comesTo(region, id, 'failed')
        await queue.stop(1000)
        assert.deepEqual([times.length, failed.retried], [3, 2])
        assert.equal(failed.failure, '对方服务器没有答复')
        const [first = 0, second = 0, third = 0] = times
        assert.ok(second - first >= 500 && third - second >= 1000)
      })

      it('tells how far it is', async () => {
        const job = noting('testProgress', [], ({ progress }) =>
          progress(3, 120, '正在检查石桥街道'),
        )
        const id = await ask(region, job, { number: 1 })
        assert.equal((await seen(region, id)).total, null)
        const queue = await work(region, [job])
        const { done, total, message } = await comesTo(region, id, 'done')
        await queue.stop(1000)
        assert.deepEqual([done, total, message], [3, 120, '正在检查石桥街道'])
      })

      it('an effect is done once, whoever runs it; one that fails is not claimed', async () => {
        const effects: string[] = []
        const key = async ({ once }: JobRun) => {
          await once('fails', async () => {
            throw new Error('no')
          }).catch(() => effects.push('failed'))
          const all = [1, 2, 3].map(() => once('key', async () => void effects.push('done')))
          effects.push((await Promise.all(all)).toSorted().join())
        }
        const job = { ...noting('testOnce', [], key), beside: 2 }
        const ids = [await ask(region, job, { number: 1 }), await ask(region, job, { number: 2 })]
        const queue = await work(region, [job])
        for (const id of ids) await comesTo(region, id, 'done')
        await queue.stop(1000)
        assert.deepEqual(effects.toSorted(), [
          'done',
          'failed',
          'failed',
          'false,false,false',
          'false,false,true',
        ])
      })

      it('a worker that stops finishes what it has begun, and takes nothing more', async () => {
        const given: number[] = []
        const over: number[] = []
        const job = noting('testStop', given, async () => {
          await wait(700)
          over.push(1)
        })
        const ids = [await ask(region, job, { number: 1 }), await ask(region, job, { number: 2 })]
        const queue = await work(region, [job])
        await until(() => given.length === 1)
        await queue.stop(10_000)
        assert.equal(over.length, 1)
        const states = await Promise.all(ids.map(async (id) => (await seen(region, id)).state))
        assert.deepEqual(states, ['done', 'waiting'])
      })

      it('goes on when the database is back', async () => {
        const given: number[] = []
        const job = noting('testAway', given)
        const queue = await work(region, [job])
        await cutAll(region, server)
        await until(async () => {
          await ask(region, job, { number: 1 }).catch(() => {})
          return given.length > 0
        })
        await queue.stop(1000)
      })

      it('what is scheduled starts at the time in China, and is made up for once', async () => {
        const job = { ...noting('testClock', []), cron: '30 7 31 1 *' }
        const queue = await work(region, [job])
        const client = new pg.Client({ connectionString: region.url })
        await client.connect()
        const { rows } = await client.query(`
        select cron, timezone, key, options->>'missed' as missed, data from gongkai_jobs.schedule where name = 'testClock'`)
        await client.end()
        await queue.stop(1000)
        const { tenantId } = region.platform
        const at = { cron: '30 7 31 1 *', timezone: 'Asia/Shanghai', missed: 'once' }
        assert.deepEqual(rows, [{ ...at, key: tenantId, data: { tenantId, data: {} } }])
      })
    })
  }
})

/** Cuts every connection of the database but the one that cuts. */
async function cutAll({ url }: Region, server: TestServer): Promise<void> {
  const name = new URL(url.replace('@/', '@localhost/')).pathname.slice(1)
  const client = new pg.Client({ connectionString: await server.url('postgres') })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
    name,
  ])
  await client.end()
}
