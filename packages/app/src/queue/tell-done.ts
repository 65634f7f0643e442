import { sql, type Transaction } from 'kysely'
import { notify } from '../notices/notify.js'
import type { Schema } from '../storage/schema.js'
import type { JobRun, QueueJob } from './define-job.js'

/** Tells the person who asked for the job that it is done. */
export async function tellDone<Data>(
  { label, page }: QueueJob<Data>,
  data: Data,
  { jobId, once }: JobRun,
): Promise<void> {
  if (!page) return
  await once(`${jobId}/done`, async ({ tx }) => {
    const run = await findRun(tx, jobId)
    if (!run) return
    const values = { job: label, page: page(data), count: `${run.done}` }
    await notify(tx, run.askedBy, 'jobDone', values)
  })
}

/** Who asked; nothing where that was no person: the clock, or a program. */
async function findRun(tx: Transaction<Schema>, jobId: string) {
  const { rows } = await sql<{ askedBy: string; done: number }>`
    select p.id as "askedBy", job.done from job join person p on p.tenant_id = job.tenant_id and p.id = job.asked_by
    where job.tenant_id = current_tenant() and job.id = ${jobId}`.execute(tx)
  return rows[0]
}
