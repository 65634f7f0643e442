import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { transact } from '../storage/transact.js'
import { defineJob, type QueueJob } from './define-job.js'
import { KEEP_SECONDS, WAIT_SECONDS } from './limits.js'

/**
 * An effect is remembered for as long as the job that claimed it may still be run again: it waits at most `WAIT_SECONDS`, is kept for
 * `KEEP_SECONDS` after its end, and a retry may wait as long once more.
 */
const EFFECT_SECONDS = 2 * WAIT_SECONDS + KEEP_SECONDS

/** A notice that was read is a convenience; the record keeps what happened. Half a year covers one round of annual reports. */
const NOTICE_SECONDS = 183 * 86_400

/** A row beside a job of the library, which takes its own away after `KEEP_SECONDS`; younger ones may not be seen in it yet. */
const JOB_SECONDS = KEEP_SECONDS

/** So many rows go in one transaction, so that nobody waits for it. */
const BATCH = 5000

/** 清理: what is over and was kept for its time goes: effects, notices that were read, jobs that are gone from the queue. */
export const CLEAN: QueueJob<object> = defineJob({
  name: 'cleanWhatIsOver',
  label: '清理到期的后台记录',
  retries: 3,
  backoffSeconds: 600,
  mostSeconds: 1800,
  cron: '20 3 * * *',
  async run(platform, _, run) {
    let done = 0
    for (const remove of STATEMENTS) {
      for (let removed = BATCH; removed === BATCH; ) {
        const { value } = await transact(platform, run.actor, async ({ tx }) =>
          ok(await remove(platform.now()).execute(tx)),
        )
        removed = Number(value.numAffectedRows ?? 0)
        done += removed
        await run.progress(done, null)
      }
    }
  },
})

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

const STATEMENTS = [
  (now: Date) => sql`delete from effect where tenant_id = current_tenant() and key in (
    select key from effect where tenant_id = current_tenant() and claimed_at < ${before(now, EFFECT_SECONDS)} limit ${BATCH})`,
  (now: Date) => sql`delete from notice where tenant_id = current_tenant() and id in (
    select id from notice where tenant_id = current_tenant() and read_at < ${before(now, NOTICE_SECONDS)} limit ${BATCH})`,
  (now: Date) => sql`delete from job where tenant_id = current_tenant() and id in (
    select id from job where tenant_id = current_tenant() and asked_at < ${before(now, JOB_SECONDS)}
      and not exists (select from gongkai_jobs.job run where run.name = job.queue and run.id = job.id) limit ${BATCH})`,
] as const
