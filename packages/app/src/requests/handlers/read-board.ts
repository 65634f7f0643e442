import { addDays, ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import { allowToRead } from '../allow-to-read.js'
import { mustActBy } from '../list-requests.js'
import type { Load } from './read-workload.js'

/** How the requests of one authority stand today. */
export type AuthorityLoad = Load & {
  readonly authorityId: string
  readonly name: string
  /** Wait to be confirmed. */
  readonly arrived: number
}

/**
 * 各机关办理情况: the authority and all below it that have requests which are not over, the most overdue first. What an authority carries on for one that has
 * ended counts with it. Nothing personal is in it.
 */
export async function readRequestBoard(
  platform: Platform,
  actor: Actor,
  authorityId: string,
): Promise<Result<readonly AuthorityLoad[], RightRefusal>> {
  return transact<Result<readonly AuthorityLoad[], RightRefusal>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowToRead(tx, actor, authorityId)
      if (!allowed.ok) return allowed
      const day = today(platform)
      const must = mustActBy(day)
      const { rows } = await sql<AuthorityLoad>`
        select b.id as "authorityId", b.name, count(*)::integer as open,
          (count(*) filter (where r.stage = 'arrived'))::integer as arrived,
          (count(*) filter (where ${must} = ${day}::date))::integer as today,
          (count(*) filter (where ${must} between ${day}::date and ${addDays(day, 7)}::date))::integer as week,
          (count(*) filter (where ${must} < ${day}::date))::integer as overdue
        from request r
        join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
        join authority b on b.tenant_id = a.tenant_id and b.id = coalesce(a.carrier_id, a.id)
        where r.tenant_id = ${platform.tenantId} and r.closed_on is null and ${authorityId}::uuid = any (b.path)
        group by b.id, b.name order by overdue desc, today desc, b.name`.execute(tx)
      return ok(rows)
    },
  )
}
