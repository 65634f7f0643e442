import { addDays } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { mustActBy, unserved } from '../requests/list-requests.js'
import type { Places, Source } from './source.js'

/** Days, today not counted, within which a request is told to whoever handles it. */
const SOON = 3

/** Requests of the own authority, of which the days are the law's: what is late, what waits to be confirmed (第三十一条), what is due soon, and of whom the applicant must be told by the desk. */
export const REQUESTS = {
  requestLate: {
    action: 'request.handle',
    from: (platform, places) => {
      const day = today(platform)
      return requests(
        platform,
        places,
        sql`r.stage <> 'arrived' and ${mustActBy(day)} < ${day}::date`,
      )
    },
    title: ({ what }) => what,
  },
  requestArrived: {
    action: 'request.handle',
    from: (platform, places) => requests(platform, places, sql`r.stage = 'arrived'`),
    title: ({ what }) => what,
  },
  requestDue: {
    action: 'request.handle',
    from: (platform, places) => {
      const day = today(platform)
      const within = sql`${mustActBy(day)} between ${day}::date and ${addDays(day, SOON)}::date`
      return requests(platform, places, sql`r.stage <> 'arrived' and ${within}`)
    },
    title: ({ what }) => what,
  },
  requestTask: {
    action: 'task.answer',
    from: ownTasks,
    title: ({ what }) => what,
  },
  requestUnserved: {
    action: 'request.handle',
    from: (platform, places) => requests(platform, places, unserved()),
    title: ({ what }) => what,
  },
  requestNews: {
    action: 'request.handle',
    from: (platform, places) =>
      requests(
        platform,
        places,
        sql`r.id in (select n.request_id from request_news n where n.tenant_id = ${platform.tenantId}
          and n.authority_id = any (${places}::uuid[]) and n.state <> 'told' and (n.state = 'failed' or n.state = 'waiting' and n.way = 'slip'))`,
        sql`true`,
      ),
    title: ({ what }) => what,
  },
  requestUntold: {
    action: 'request.handle',
    from: (
      platform,
      places,
    ) => sql`select '申请' || r.number || '的' || count(*) || '个步骤' as what, null::integer as amount,
        '/console/requests/' || r.id as path, null::uuid as "reportId", null::uuid as "collectionId", null::uuid as "personId",
        a.id as "authorityId", a.name as "authorityName", null::date as "dueOn", null::timestamptz as since
      from unnest(${places}::uuid[]) as place (id)
      cross join lateral steps_owing(place.id) o
      -- One lookup for each: nobody knows beforehand how few they are.
      cross join lateral (select * from request where tenant_id = ${platform.tenantId} and id = o.request_id offset 0) r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      group by r.id, r.number, a.id, a.name`,
  },
} as const satisfies Readonly<Record<string, Source>>

function requests(
  platform: Platform,
  places: Places,
  condition: RawBuilder<unknown>,
  open: RawBuilder<unknown> = sql`r.closed_on is null`,
): RawBuilder<unknown> {
  return sql`select '申请' || r.number || '（' || r.applicant_masked || '）' as what, null::integer as amount,
      '/console/requests/' || r.id as path, null::uuid as "reportId", null::uuid as "collectionId", null::uuid as "personId",
      a.id as "authorityId", a.name as "authorityName", ${mustActBy(today(platform))} as "dueOn", null::timestamptz as since
    from request r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
    where r.tenant_id = ${platform.tenantId} and r.authority_id = any (${places}::uuid[]) and ${open} and ${condition}`
}

/** Shares that were given to who asks; the day is that inside the house. */
function ownTasks({ tenantId }: Platform, places: Places): RawBuilder<unknown> {
  return sql`select '申请' || r.number || '的交办事项' as what, null::integer as amount,
      '/console/requests/' || r.id as path, null::uuid as "reportId", null::uuid as "collectionId", null::uuid as "personId",
      a.id as "authorityId", a.name as "authorityName", t.due_on as "dueOn", t.asked_at as since
    from request_task t
    join request r on r.tenant_id = t.tenant_id and r.id = t.request_id and r.closed_on is null
    join authority a on a.tenant_id = t.tenant_id and a.id = t.authority_id
    where t.tenant_id = ${tenantId} and t.authority_id = any (${places}::uuid[]) and t.person_id = current_person()
      and t.done_on is null and t.taken_back_at is null`
}
