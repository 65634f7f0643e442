import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../context.js'
import { DOUBTFUL_VALUES } from '../overlays/law-values.js'
import { jobLabel } from '../queue/platform-jobs.js'
import { VERIFY_LOG } from '../records/verify-log-job.js'
import { below, type Places, type Source } from './source.js'

/** What waits for whoever runs the installation: jobs, accounts, the law's data. */
export const ADMINISTRATION = {
  failedJob: {
    action: 'job.change',
    from: failedJobs,
    title: ({ what, amount }) => `${jobLabel(what)}：${amount}项失败`,
  },
  overlay: { action: 'law.decide', from: proposedOverlays },
  doubtful: {
    action: 'law.decide',
    from: doubtfulValues,
    title: ({ amount }) => `收录时没有见到原文的法规数据：${amount}项待核实`,
  },
  locked: { action: 'person.reset', from: lockedAccounts },
} as const satisfies Readonly<Record<string, Source>>

/** What an auditor looks at first; nothing of it is changed here. */
export const AUDIT = {
  chain: {
    action: 'job.read',
    role: 'auditor',
    from: lastVerification,
    title: ({ what }) => `记录链条：${what}`,
  },
  noted: {
    action: 'event.read',
    role: 'auditor',
    from: notedEvents,
    title: ({ what, amount }) => `${NOTED.get(what)}：${amount}件`,
  },
} as const satisfies Readonly<Record<string, Source>>

/** Of what is told to an auditor how often it happened since the last visit. */
const NOTED: ReadonlyMap<string, string> = new Map([
  ['personalDataErased', '依规清除个人信息'],
  ['overlayProposed', '提出法规数据的补充'],
  ['overlayApproved', '同意法规数据的补充'],
  ['overlayWithdrawn', '撤回法规数据的补充'],
  ['signInLocked', '登录失败过多'],
  ['resetLinkMade', '为人员重设密码'],
  ['personBlocked', '停用人员'],
  ['tokenMade', '制作接口令牌'],
])

/** So many events back is looked, so that a log of any length is read as fast. */
const LOOKED_AT = 20_000

/** The root of the region, where who asks holds the right there: what belongs to no single authority. */
const ROOT = (places: Places) => sql`a.parent_id is null and a.id = any (${places}::uuid[])`
const NO_THING = sql`null::uuid as "reportId", null::uuid as "collectionId"`
const AT = sql`a.id as "authorityId", a.name as "authorityName", null::date as "dueOn"`
const LAST_SEQ = sql`(select seq from chain_head where tenant_id = current_tenant())`

function failedJobs({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select job.queue as what, count(*)::integer as amount, ${NO_THING}, null::uuid as "personId",
      '/console/jobs?state=failed' as path, ${AT}, max(run.completed_on) as since
    from job join gongkai_jobs.job run on run.name = job.queue and run.id = job.id and run.state = 'failed'
    join authority a on a.tenant_id = job.tenant_id and ${ROOT(places)}
    where job.tenant_id = ${tenantId} group by job.queue, a.id, a.name`
}

/** Nobody reviews what he proposed himself. */
function proposedOverlays({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select o.title as what, null::integer as amount, ${NO_THING}, null::uuid as "personId",
      '/console/law' as path, ${AT}, o.proposed_at as since
    from overlay o join authority a on a.tenant_id = o.tenant_id and ${ROOT(places)}
    where o.tenant_id = ${tenantId} and o.proposed_by <> current_person()
      and not exists (select from overlay_step s where s.tenant_id = o.tenant_id and s.overlay_id = o.id)`
}

function doubtfulValues({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  const keys = DOUBTFUL_VALUES.map(({ key }) => key)
  return sql`select '' as what, count(*)::integer as amount, ${NO_THING}, null::uuid as "personId",
      '/console/law' as path, ${AT}, null::timestamptz as since
    from unnest(${keys}::text[]) value(key) join authority a on a.tenant_id = ${tenantId} and ${ROOT(places)}
    where not exists (select from overlay o where o.tenant_id = a.tenant_id and o.kind = 'value' and o.content->>'key' = value.key
      and 'approved' = (select s.step from overlay_step s where s.tenant_id = o.tenant_id and s.overlay_id = o.id order by s.no desc limit 1))
    group by a.id, a.name`
}

function lockedAccounts({ tenantId, now }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select distinct on (p.id) p.name as what, null::integer as amount, ${NO_THING}, p.id as "personId",
      null as path, ${AT}, e.happened_at as since
    from event e join person p on p.tenant_id = e.tenant_id and p.id::text = e.subject_id
    join authority a on a.tenant_id = e.tenant_id and a.id = e.authority_id
    where e.tenant_id = ${tenantId} and e.seq > ${LAST_SEQ} - ${LOOKED_AT} and e.name = 'signInLocked'
      and (e.detail::json->>'until')::timestamptz > ${now()} and ${below(places)}
    order by p.id, e.seq desc`
}

function lastVerification({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select coalesce(last.message, '尚未核对') as what, null::integer as amount, ${NO_THING}, null::uuid as "personId",
      '/console/jobs' as path, ${AT}, last.at as since
    from authority a left join lateral (
      select job.message, run.completed_on as at from job join gongkai_jobs.job run on run.name = job.queue and run.id = job.id
      where job.tenant_id = a.tenant_id and job.queue = ${VERIFY_LOG.name} and run.state in ('completed', 'failed')
      order by job.id desc limit 1) last on true
    where a.tenant_id = ${tenantId} and ${ROOT(places)}`
}

/** Since the visit before this one. */
function notedEvents({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select e.name as what, count(*)::integer as amount, ${NO_THING}, null::uuid as "personId",
      '/console/log?name=' || e.name as path, ${AT}, min(e.happened_at) as since
    from event e join authority a on a.tenant_id = e.tenant_id and a.parent_id is null
    where e.tenant_id = ${tenantId} and e.name = any (${[...NOTED.keys()]}) and e.seq > greatest(${LAST_SEQ} - ${LOOKED_AT},
      (select v.seq from event v where v.tenant_id = ${tenantId} and v.person_id = current_person() and v.name = 'signedIn'
        order by v.seq desc offset 1 limit 1))
      and e.authority_id in (select b.id from authority b where b.tenant_id = ${tenantId} and b.path && ${places}::uuid[])
    group by e.name, a.id, a.name`
}
