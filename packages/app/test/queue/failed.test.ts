import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listNotices } from '../../src/notices/list-notices.js'
import { retryJob } from '../../src/queue/change-job.js'
import { defineJob } from '../../src/queue/define-job.js'
import { tellFailed } from '../../src/queue/tell-failed.js'
import { addPerson } from '../people/tree.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { ask, comesTo, until, work } from './support.js'

const SPEC = { label: '检查年度报告', retries: 0, backoffSeconds: 1, mostSeconds: 600 } as const

const ADMINISTRATORS = '后台任务“检查年度报告”未能完成'
const ASKER = '“检查年度报告”未能完成'

/** What is told of jobs that failed for good. */
describe('后台任务未能完成', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let region: Region
      let asker: Awaited<ReturnType<typeof addPerson>>['actor']
      before(async () => {
        region = await newRegion(server)
        const { authorityId } = region.founded
        asker = (await addPerson(region, 'supervisingOfficer', authorityId)).actor
      })
      after(() => region.close())

      const told = async () => {
        const titles = [region.administrator, asker].map(async (who) => {
          const listed = await listNotices(region.platform, who, {})
          assert.ok(listed.ok)
          return listed.value.notices.map(({ title }) => title)
        })
        return Promise.all(titles)
      }

      it('a job whose process is killed each time ends as failed; the administrator and who asked are told, once', async () => {
        let runs = 0
        const job = defineJob<object>({
          ...{ ...SPEC, name: 'testDeadly', page: () => 'past' },
          async run() {
            runs += 1
          },
        })
        const id = await ask(region, job, {}, { as: asker })
        // As its eleventh process left it, after ten starts beside the first.
        const owner = await region.owner()
        await owner.query(
          `update gongkai_jobs.job set state = 'active', retry_count = retry_limit, started_on = now() - interval '2 minutes',
            heartbeat_on = now() - interval '1 minute' where id = $1`,
          [id],
        )
        const queue = await work(region, [job])
        const { failure, retried } = await comesTo(region, id, 'failed')
        assert.deepEqual([failure, retried, runs], ['办理任务的进程中断，没有办完', 10, 0])
        await until(async () => (await told()).flat().length >= 2)
        await queue.stop(1000)
        await tellFailed(region.platform, [job])
        assert.deepEqual(await told(), [[ADMINISTRATORS], [ASKER]])
      })

      it('what failed, was tried again and failed again is told again to who asked; to the administrator once a day', async () => {
        const job = defineJob<object>({
          ...{ ...SPEC, name: 'testHopeless', page: () => 'past' },
          async run() {
            throw new Error('no')
          },
        })
        const { platform, administrator } = region
        const before = await told()
        const id = await ask(region, job, {}, { as: asker })
        const queue = await work(region, [job])
        await comesTo(region, id, 'failed')
        await until(async () => (await told()).flat().length === before.flat().length + 2)
        const again = await retryJob(platform, administrator, { jobId: id, reason: '已经排除故障' })
        assert.ok(again.ok)
        await until(async () => (await told()).flat().length === before.flat().length + 3)
        await queue.stop(1000)
        assert.deepEqual(await told(), [
          [ADMINISTRATORS, ADMINISTRATORS],
          [ASKER, ASKER, ASKER],
        ])
      })
    })
  }
})
