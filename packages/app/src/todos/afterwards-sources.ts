import { addDays } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import { type Platform, today } from '../context.js'
import type { Law } from '../overlays/law.js'
import { SOON_REEVALUATED } from '../requests/reevaluation/list-reevaluations.js'
import { reevaluationOn, withheldBy } from '../requests/reevaluation/reevaluation.js'
import type { Places, Source } from './source.js'

/** What is left to do after an answer (第十八条、第四十四条): proposals to decide on, but for one's own, what was accepted and is not published, what was refused and is to be looked at again. */
export const AFTERWARDS = {
  proactiveDecide: {
    action: 'proactive.decide',
    from: (platform, places) =>
      proposed(
        platform,
        places,
        sql`p.decision is null and p.proposed_by is distinct from current_person()`,
        'proposed',
      ),
  },
  proactivePublish: {
    action: 'proactive.publish',
    from: (platform, places) =>
      proposed(
        platform,
        places,
        sql`p.decision = 'accepted' and p.published_on is null`,
        'accepted',
      ),
  },
  reevaluationDue: {
    action: 'reevaluation.record',
    from: (platform, places, law) => reevaluated(platform, places, law),
    title: ({ what }) => what,
  },
} as const satisfies Readonly<Record<string, Source>>

function proposed(
  { tenantId }: Platform,
  places: Places,
  condition: RawBuilder<unknown>,
  state: string,
): RawBuilder<unknown> {
  return sql`select '申请' || r.number || case when p.suggested_on is null then '' else '（申请人建议）' end as what, null::integer as amount,
      '/console/requests/proactive?authority=' || a.id || '&state=' || ${state}::text as path, null::uuid as "reportId", null::uuid as "collectionId",
      null::uuid as "personId", a.id as "authorityId", a.name as "authorityName", null::date as "dueOn", null::timestamptz as since
    from proactive_proposal p
    join request r on r.tenant_id = p.tenant_id and r.id = p.request_id
    join authority a on a.tenant_id = p.tenant_id and a.id = p.authority_id
    where p.tenant_id = ${tenantId} and p.authority_id = any (${places}::uuid[]) and ${condition}`
}

/** One entry for an authority: what is due now and within thirty days, with the nearest day. */
function reevaluated(platform: Platform, places: Places, law: Law): RawBuilder<unknown> {
  const day = today(platform)
  const { value } = reevaluationOn(law, day)
  const until = addDays(day, SOON_REEVALUATED)
  return sql`select count(*) || '件不予公开的信息待定期评估' as what, count(*)::integer as amount,
      '/console/requests/reevaluations?authority=' || a.id || '&queue=' || case when min(v.due_on) <= ${day}::date then 'due' else 'soon' end as path,
      null::uuid as "reportId", null::uuid as "collectionId", null::uuid as "personId", a.id as "authorityId", a.name as "authorityName",
      min(v.due_on) as "dueOn", null::timestamptz as since
    from ${withheldBy(places, value.months, { until })} v join authority a on a.tenant_id = ${platform.tenantId} and a.id = v.authority_id
    where v.due_on <= ${until}::date group by a.id, a.name`
}
