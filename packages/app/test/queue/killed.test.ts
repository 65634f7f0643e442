import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, it } from 'node:test'
import { listNotices } from '../../src/notices/list-notices.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { STAMP } from './stamp-job.js'
import { ask, comesTo, until } from './support.js'

const EXPECTED = ['1', '2', '3', '4', '5', '6', '7', '8']

describe('后台任务的进程被中断', { concurrency: true }, () => {
  for (const server of SERVERS) {
    const title = `${server.name}: every effect is there exactly once after two workers were killed in the middle`
    it(title, { skip: server.skip ?? false }, async () => {
      const region = await newRegion(server)
      const { personId } = region.administrator
      const jobId = await ask(region, STAMP, { personId, steps: EXPECTED.length })
      for (const killedAt of [2, 5]) {
        const worker = startWorker(region)
        await until(async () => (await effects(region)).length >= killedAt)
        await kill(worker)
        assert.ok((await effects(region)).length < EXPECTED.length)
      }
      const last = startWorker(region)
      const job = await comesTo(region, jobId, 'done')
      await kill(last)
      assert.deepEqual(await effects(region), EXPECTED)
      assert.deepEqual([job.done, job.total, job.retried], [8, 8, 2])
      await region.close()
    })
  }
})

function startWorker({ url, platform }: Region): ChildProcess {
  const script = path.join(import.meta.dirname, 'worker.ts')
  const args = ['--import', 'tsx', script, url, platform.tenantId]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function kill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}

/** The numbers in the notices that the job made. */
async function effects({ platform, administrator }: Region): Promise<readonly string[]> {
  const listed = await listNotices(platform, administrator, {})
  assert.ok(listed.ok)
  return listed.value.notices.map(({ body }) => body.replace(/\D/g, '')).toSorted()
}
