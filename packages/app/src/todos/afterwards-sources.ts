import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../context.js'
import type { Places, Source } from './source.js'

/** What is left to do on a request after its answer (第四十四条): proposals to decide on, but for one's own, and what was accepted and is not published. */
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
