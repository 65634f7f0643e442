import { setTimeout as wait } from 'node:timers/promises'
import { notify } from '../../src/notices/notify.js'
import { defineJob, type QueueJob } from '../../src/queue/define-job.js'

export type StampData = { readonly personId: string; readonly steps: number }

/** Has an effect that can be counted at every step, with a pause between in which it may be killed. */
export const STAMP: QueueJob<StampData> = defineJob({
  name: 'testStamp',
  label: '测试',
  // What is killed has not failed.
  retries: 0,
  backoffSeconds: 1,
  mostSeconds: 3,
  async run(_, { personId, steps }, { jobId, once, progress }) {
    for (let step = 1; step <= steps; step++) {
      await once(`${jobId}/${step}`, async ({ tx }) => {
        await notify(tx, personId, 'jobDone', { job: '测试', count: String(step), page: 'past' })
      })
      await progress(step, steps)
      await wait(100)
    }
  },
})
