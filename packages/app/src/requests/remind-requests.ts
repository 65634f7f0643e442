import { addDays, ok } from '@gongkai/law'
import { sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { notifyEach } from '../notices/notify.js'
import { holdersOf } from '../notices/recipients.js'
import { readLaw } from '../overlays/read-law.js'
import { defineJob, type JobRun, type QueueJob } from '../queue/define-job.js'
import type { Role } from '../rights/roles.js'
import { transact } from '../storage/transact.js'
import { unserved } from './list-requests.js'
import { SOON_REEVALUATED } from './reevaluation/list-reevaluations.js'
import { reevaluationOn, withheldBy } from './reevaluation/reevaluation.js'
import { remindOfTasks } from './tasks/remind-of-tasks.js'

/**
 * 依申请公开期限提醒: every morning the desk of each authority is told what waits to be confirmed, what is due within three days, and what is overdue; what is
 * overdue or should have been confirmed the head hears too, and of what is overdue the authority above; likewise what must be answered in reconsiderations, suits and
 * complaints, or decided anew; once a week what was refused and is to be looked at again; and whoever has been given a share of the work. Each once a day, however often it runs.
 */
export const REMIND_REQUESTS: QueueJob<object> = defineJob({
  name: 'remindOfRequests',
  label: '依申请公开期限提醒',
  retries: 5,
  backoffSeconds: 60,
  mostSeconds: 1800,
  // After the night of the quiet hours, before the reminders of reports.
  cron: '20 7 * * *',
  async run(platform, _, run) {
    const counted = [
      ...(await openByAuthority(platform, run)),
      ...(await remediesByAuthority(platform, run)),
      ...(await reevaluationsByAuthority(platform, run)),
    ]
    for (const [index, one] of counted.entries()) {
      for (const kind of KINDS) await tell(run, one, kind)
      if (index % 50 === 49) await run.progress(index + 1, counted.length)
    }
    await remindOfTasks(platform, run)
    await run.progress(counted.length, counted.length)
  },
})

type Counts = {
  /** To be confirmed by today. */
  readonly unconfirmed: number
  readonly soon: number
  readonly overdue: number
  /** Somebody is waited for, and it is not recorded when the paper reached him: no day ends the waiting. */
  readonly endless: number
  /** Reconsiderations, suits and complaints to be answered or decided anew. */
  readonly remediesSoon: number
  readonly remediesOverdue: number
  /** What was refused and is to be looked at again within thirty days, or should have been. */
  readonly reevaluations: number
}

type Counted = Partial<Counts> & {
  readonly authorityId: string
  readonly authority: string
  readonly parentId: string | null
  readonly day: string
}

type Kind = {
  readonly count: keyof Counts
  readonly template:
    | 'requestsUnconfirmed'
    | 'requestsDueSoon'
    | 'requestsOverdue'
    | 'requestsEndless'
    | 'remediesDueSoon'
    | 'remediesOverdue'
    | 'reevaluationsDue'
  readonly roles: readonly Role[]
  readonly at: 'authorityId' | 'parentId'
}

// biome-ignore format: table
const KINDS: readonly Kind[] = [
  { count: 'unconfirmed', template: 'requestsUnconfirmed', roles: ['disclosureOfficer', 'disclosureHead'], at: 'authorityId' },
  { count: 'soon',        template: 'requestsDueSoon',     roles: ['disclosureOfficer'],                   at: 'authorityId' },
  { count: 'overdue',     template: 'requestsOverdue',     roles: ['disclosureOfficer', 'disclosureHead'], at: 'authorityId' },
  { count: 'endless',     template: 'requestsEndless',     roles: ['disclosureOfficer'],                   at: 'authorityId' },
  { count: 'overdue',     template: 'requestsOverdue',     roles: ['supervisingOfficer'],                  at: 'parentId' },
  { count: 'remediesSoon',    template: 'remediesDueSoon', roles: ['disclosureOfficer'],                   at: 'authorityId' },
  { count: 'reevaluations', template: 'reevaluationsDue',  roles: ['disclosureOfficer'],                   at: 'authorityId' },
  { count: 'remediesOverdue', template: 'remediesOverdue', roles: ['disclosureOfficer', 'disclosureHead'], at: 'authorityId' },
]

async function openByAuthority(platform: Platform, run: JobRun): Promise<readonly Counted[]> {
  const { value } = await transact(platform, run.actor, async ({ tx }) => {
    const { rows } = await sql<Counted>`
      select a.id as "authorityId", a.name as authority, a.parent_id as "parentId", current_day() as day,
        count(*) filter (where r.stage = 'arrived' and r.next_on <= current_day()) as unconfirmed,
        count(*) filter (where r.due_on between current_day() and current_day() + 3) as soon,
        count(*) filter (where r.due_on < current_day()) as overdue,
        count(*) filter (where ${unserved()}) as endless
      from request r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      where r.tenant_id = ${platform.tenantId} and r.closed_on is null and (r.queue_on <= current_day() + 3 or ${unserved()})
      group by a.id, a.name, a.parent_id, a.place order by a.place`.execute(tx)
    return ok(rows)
  })
  return value
}

async function remediesByAuthority(platform: Platform, run: JobRun): Promise<readonly Counted[]> {
  const { value } = await transact(platform, run.actor, async ({ tx }) => {
    const { rows } = await sql<Counted>`
      select a.id as "authorityId", a.name as authority, a.parent_id as "parentId", current_day() as day,
        count(*) filter (where r."nextOn" >= current_day()) as "remediesSoon",
        count(*) filter (where r."nextOn" < current_day()) as "remediesOverdue"
      from open_remedies() r
      join authority a on a.tenant_id = ${platform.tenantId} and a.id = r."authorityId"
      where r."nextOn" <= current_day() + 3
      group by a.id, a.name, a.parent_id, a.place order by a.place`.execute(tx)
    return ok(rows)
  })
  return value
}

/** Once a week: it has time. */
async function reevaluationsByAuthority(
  platform: Platform,
  run: JobRun,
): Promise<readonly Counted[]> {
  const { value } = await transact(platform, run.actor, async ({ tx }) => {
    const day = today(platform)
    const { months } = reevaluationOn(await readLaw(tx, platform), day).value
    const all = await tx.selectFrom('authority').select('id').execute()
    const until = addDays(day, SOON_REEVALUATED)
    const ids = all.map(({ id }) => id)
    const { rows } = await sql<Counted>`
      select a.id as "authorityId", a.name as authority, a.parent_id as "parentId",
        'week of ' || date_trunc('week', ${day}::date)::date as day, count(*) as reevaluations
      from ${withheldBy(ids, months, { until })} v join authority a on a.tenant_id = ${platform.tenantId} and a.id = v.authority_id
      where v.due_on <= ${until}::date
      group by a.id, a.name, a.parent_id, a.place order by a.place`.execute(tx)
    return ok(rows)
  })
  return value
}

async function tell(
  run: JobRun,
  one: Counted,
  { count, template, roles, at }: Kind,
): Promise<void> {
  const place = one[at]
  if (!one[count] || place === null) return
  await run.once(`${one.authorityId}/${one.day}/${count}/${at}`, async ({ tx }) => {
    const values = { authority: one.authority, count: `${one[count]}`, at: one.authorityId }
    const people = await holdersOf(tx, roles, place)
    await notifyEach(
      tx,
      template,
      people.map((personId) => ({ personId, values })),
    )
  })
}
