import { addDays } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import { type Platform, today } from '../context.js'
import { mustActBy } from '../requests/list-requests.js'
import type { Places, Source } from './source.js'

/** Days, today not counted, within which a request is told to whoever handles it. */
const SOON = 3

/** Requests of the own authority, of which the days are the law's: what is late, what waits to be confirmed (第三十一条), what is due soon. */
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
} as const satisfies Readonly<Record<string, Source>>

function requests(
  platform: Platform,
  places: Places,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select '申请' || r.number || '（' || r.applicant_masked || '）' as what, null::integer as amount,
      '/console/requests/' || r.id as path, null::uuid as "reportId", null::uuid as "collectionId", null::uuid as "personId",
      a.id as "authorityId", a.name as "authorityName", ${mustActBy(today(platform))} as "dueOn", null::timestamptz as since
    from request r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
    where r.tenant_id = ${platform.tenantId} and r.authority_id = any (${places}::uuid[]) and r.closed_on is null and ${condition}`
}
