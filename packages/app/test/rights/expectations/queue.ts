import { sql } from 'kysely'
import type { Actor } from '../../../src/context.js'
import { cancelJob, retryJob } from '../../../src/queue/change-job.js'
import { defineJob } from '../../../src/queue/define-job.js'
import { listJobs, readJob } from '../../../src/queue/list-jobs.js'
import type { Tree } from '../../people/tree.js'
import { ask } from '../../queue/support.js'
import type { Expectation } from '../expectation.js'

const JOB = defineJob({
  ...{ name: 'testMatrix', label: '测试', retries: 0, backoffSeconds: 1, mostSeconds: 30 },
  async run() {},
})
const reason = '工作需要'

/** A job that the actor asked for, and so may see. */
const own = (tree: Tree, actor: Actor) => ask(tree, JOB, {}, { as: actor })

/** Nobody but who holds a role at the root: `queue/rights.test.ts` tries that. */
export const QUEUE: readonly Expectation[] = [
  {
    useCase: 'listJobs',
    may: {},
    attempt: ({ platform }, actor) => listJobs(platform, actor, {}),
  },
  {
    useCase: 'readJob',
    may: 'self',
    async attempt(tree, actor) {
      return readJob(tree.platform, actor, { jobId: await own(tree, actor) })
    },
  },
  {
    useCase: 'cancelJob',
    may: {},
    async attempt(tree, actor) {
      return cancelJob(tree.platform, actor, { jobId: await own(tree, actor), reason })
    },
  },
  {
    useCase: 'retryJob',
    may: {},
    async attempt(tree, actor) {
      const jobId = await own(tree, actor)
      const failing = sql`update gongkai_jobs.job set state = 'failed' where id = ${jobId}`
      await failing.execute(tree.platform.db)
      return retryJob(tree.platform, actor, { jobId, reason })
    },
  },
]
