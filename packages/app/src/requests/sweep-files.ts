import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { defineJob, type JobSpec, type QueueJob } from '../queue/define-job.js'
import type { FileStore } from '../storage/file-store.js'
import { transact } from '../storage/transact.js'

export const SWEEP_FILES: JobSpec<object> = {
  name: 'sweepAbandonedFiles',
  label: '清理没有提交成功的申请附件',
  retries: 3,
  backoffSeconds: 600,
  mostSeconds: 1800,
}

/** Long enough for whatever is being handed in to come to its end. */
const KEPT_MS = 86_400_000

const BATCH = 500

/**
 * 清理附件: takes files out of the store that were announced more than a day ago and that no request names. Only what was announced is ever looked at: other files lie in the
 * same store. What the store itself was writing when a process ended goes with it.
 */
export function sweepFilesJob(files: Pick<FileStore, 'remove' | 'sweep'>): QueueJob<object> {
  return defineJob({
    ...SWEEP_FILES,
    cron: '40 3 * * *',
    async run(platform, _, run) {
      const before = new Date(platform.now().getTime() - KEPT_MS)
      await files.sweep(before)
      let done = 0
      for (let found = BATCH; found === BATCH; ) {
        const { value: rows } = await transact(platform, run.actor, async ({ tx }) => {
          const asked = await sql<{ digest: string; is_named: boolean }>`
            select digest, is_named from announced_before(${before}, ${BATCH})`.execute(tx)
          return ok(asked.rows)
        })
        for (const { digest, is_named } of rows) if (!is_named) await files.remove(digest)
        const digests = rows.map(({ digest }) => digest)
        await transact(platform, run.actor, async ({ tx }) =>
          ok(await sql`select forget_announced(${digests})`.execute(tx)),
        )
        found = rows.length
        done += found
        await run.progress(done, null)
      }
    },
  })
}
