import { type LocalDate, ok } from '@gongkai/law'
import { sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { notifyEach } from '../notices/notify.js'
import { holdersOf } from '../notices/recipients.js'
import { dayText } from '../notices/texts.js'
import { defineJob, type JobRun, type QueueJob } from '../queue/define-job.js'
import { transact } from '../storage/transact.js'
import { reachedToday } from './reminder-days.js'

/**
 * 到期提醒: every morning those who have not handed in are reminded 30, 7 and 1 days before the due date and 1 and 7 days after it, and who
 * collects is told how many are missing; each once, however often it runs.
 */
export const REMIND: QueueJob<object> = defineJob({
  name: 'remindOfDueDates',
  label: '报送时限提醒',
  retries: 5,
  backoffSeconds: 60,
  mostSeconds: 1800,
  // After the night of the quiet hours: what is mailed goes out at once.
  cron: '30 7 * * *',
  async run(platform, _, run) {
    const missing = await missingReports(platform, run)
    for (const [index, one] of missing.entries()) {
      await remindDrafters(run, one)
      if (index % 50 === 49) await run.progress(index + 1, missing.length)
    }
    for (const group of Map.groupBy(missing, groupOf).values()) await tellCollector(run, group)
    await run.progress(missing.length, missing.length)
  },
})

type Missing = {
  readonly reportId: string
  readonly collectionId: string
  readonly authorityId: string
  readonly authority: string
  readonly collectorId: string
  readonly year: number
  readonly dueOn: LocalDate
  readonly day: LocalDate
  readonly milestone: number
  readonly left: number
}

/** What was not handed in and whose due date is at a milestone. */
async function missingReports(platform: Platform, run: JobRun): Promise<readonly Missing[]> {
  const day = today(platform)
  const { value } = await transact(platform, run.actor, async ({ tx }) => {
    const { rows } = await sql<Omit<Missing, 'day' | 'milestone' | 'left'>>`
      select r.id as "reportId", r.collection_id as "collectionId", r.authority_id as "authorityId", a.name as authority,
        c.authority_id as "collectorId", r.report_year as year, r.due_on as "dueOn"
      from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join collection c on c.tenant_id = r.tenant_id and c.id = r.collection_id
      where r.tenant_id = ${platform.tenantId} and r.state in ('notStarted', 'draft', 'returned')
        and r.due_on between current_day() - 10 and current_day() + 30
      order by a.place`.execute(tx)
    return ok(rows)
  })
  return value.flatMap((row) => {
    const reached = reachedToday(row.dueOn, day)
    return reached ? [{ ...row, day, ...reached }] : []
  })
}

const groupOf = ({ collectionId, dueOn }: Missing) => `${collectionId}/${dueOn}`

async function remindDrafters(run: JobRun, one: Missing): Promise<void> {
  const { reportId, dueOn, milestone, left, authority, year } = one
  await run.once(`${reportId}/${dueOn}/${milestone}`, async ({ tx }) => {
    const template = left < 0 ? 'reportOverdue' : 'reportDueSoon'
    const values = {
      ...{ authority, year: `${year}`, report: reportId },
      ...{ day: dayText(dueOn), count: `${Math.abs(left)}` },
    }
    const officers = await holdersOf(tx, ['disclosureOfficer'], one.authorityId)
    const told = officers.map((personId) => ({ personId, values }))
    await notifyEach(tx, template, told)
  })
}

async function tellCollector(run: JobRun, group: readonly Missing[]): Promise<void> {
  const [first] = group
  if (!first) return
  const { collectionId, collectorId, dueOn, milestone, year, day } = first
  await run.once(`${collectionId}/${dueOn}/${milestone}`, async ({ tx }) => {
    const values = {
      ...{ count: `${group.length}`, year: `${year}` },
      ...{ day: dayText(day), collection: collectionId },
    }
    const officers = await holdersOf(tx, ['supervisingOfficer'], collectorId)
    const told = officers.map((personId) => ({ personId, values }))
    await notifyEach(tx, 'unsubmittedReports', told)
  })
}
