import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../../context.js'
import { notify, notifyEach } from '../../notices/notify.js'
import { holdersOf } from '../../notices/recipients.js'
import type { JobRun } from '../../queue/define-job.js'
import { transact } from '../../storage/transact.js'

type Counted = {
  readonly authorityId: string
  readonly authority: string
  readonly personId: string
  readonly day: string
  /** Due by tomorrow, or before. */
  readonly due: number
  readonly late: number
}

/** 交办事项提醒: each person of what is due by tomorrow or late, the desk of how many are late; each once a day. */
export async function remindOfTasks(platform: Platform, run: JobRun): Promise<void> {
  const counted = await dueByPerson(platform, run)
  for (const { authorityId: at, authority, personId, day, due } of counted) {
    await run.once(`tasks/${at}/${personId}/${day}`, async ({ tx }) => {
      await notify(tx, personId, 'tasksDue', { authority, at, count: `${due}` })
    })
  }
  for (const [at, rows] of Map.groupBy(counted, ({ authorityId }) => authorityId)) {
    const late = rows.reduce((sum, one) => sum + one.late, 0)
    const [first] = rows
    if (!first || late === 0) continue
    await run.once(`tasks/${at}/late/${first.day}`, async ({ tx }) => {
      const values = { authority: first.authority, at, count: `${late}` }
      const desk = await holdersOf(tx, ['disclosureOfficer'], at)
      await notifyEach(
        tx,
        'tasksLate',
        desk.map((personId) => ({ personId, values })),
      )
    })
  }
}

async function dueByPerson(platform: Platform, run: JobRun): Promise<readonly Counted[]> {
  const { value } = await transact(platform, run.actor, async ({ tx }) => {
    const { rows } = await sql<Counted>`
      select a.id as "authorityId", a.name as authority, t.person_id as "personId", current_day() as day,
        count(*)::integer as due, (count(*) filter (where t.due_on < current_day()))::integer as late
      from request_task t
      join request r on r.tenant_id = t.tenant_id and r.id = t.request_id and r.closed_on is null
      join authority a on a.tenant_id = t.tenant_id and a.id = t.authority_id
      where t.tenant_id = ${platform.tenantId} and t.done_on is null and t.taken_back_at is null and t.due_on <= current_day() + 1
      group by a.id, a.name, t.person_id, a.place order by a.place, t.person_id`.execute(tx)
    return ok(rows)
  })
  return value
}
