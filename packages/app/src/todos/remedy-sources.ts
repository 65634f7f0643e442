import { REMEDY_KINDS } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../context.js'
import { below, type Source } from './source.js'

/** What was brought: to be answered or decided anew by the authority, and the complaints that the supervising office has not decided (第四十七条、第五十一条). */
export const REMEDIES = {
  remedyDue: {
    action: 'remedy.handle',
    from: (platform, places) =>
      remedies(
        platform,
        sql`r.next_on is not null and r.authority_id = any (${places}::uuid[])`,
        sql`r.next_on`,
      ),
    title: ({ what }) => what,
  },
  complaint: {
    action: 'remedy.supervise',
    from: (platform, places) =>
      remedies(
        platform,
        sql`r.kind = 'complaint' and r.struck_at is null and ${below(places)} and exists (select from remedy_instance i
          where i.tenant_id = r.tenant_id and i.remedy_id = r.id and i.decided_on is null)`,
        sql`null::date`,
      ),
    title: ({ what, authorityName }) => `${authorityName}：${what}`,
  },
} as const satisfies Readonly<Record<string, Source>>

const TITLES = JSON.stringify(
  Object.fromEntries(Object.entries(REMEDY_KINDS).map(([kind, { title }]) => [kind, title])),
)

function remedies(
  { tenantId }: Platform,
  condition: RawBuilder<unknown>,
  dueOn: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select (${TITLES}::jsonb ->> r.kind) || '（' || r.body || '）' || case r.next_what when 'redo' then '重新作出答复' else '' end as what,
      null::integer as amount, '/console/remedies/' || r.id as path, null::uuid as "reportId", null::uuid as "collectionId",
      null::uuid as "personId", a.id as "authorityId", a.name as "authorityName", ${dueOn} as "dueOn", r.registered_at as since
    from remedy r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
    where r.tenant_id = ${tenantId} and ${condition}`
}
