import { ok, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import { transact } from '../../storage/transact.js'
import { allowReadings, IS_READING, isOf, type ReadingsOf } from './readings.js'

/** How much one person looked at in a period. */
export type ReaderCount = {
  readonly personId: string
  readonly person: string
  readonly requests: number
  readonly readings: number
  /** Of the requests, those on which he did nothing else, then or ever, and which he was not given. */
  readonly without: number
  readonly standsOut: boolean
}

/** So many requests looked at by somebody who worked on none of them, or on fewer than half of what he looked at, are to be explained. */
export const MANY_WITHOUT = 10

/** 查看次数: by person, those who looked at most without working on it first. */
export async function countReadings(
  platform: Platform,
  actor: Actor,
  of: ReadingsOf,
): Promise<Result<readonly ReaderCount[], RightRefusal>> {
  return transact<Result<readonly ReaderCount[], RightRefusal>>(platform, actor, async ({ tx }) => {
    const allowed = await allowReadings(tx, actor, of.authorityId)
    if (!allowed.ok) return allowed
    const { rows } = await sql<Omit<ReaderCount, 'standsOut'>>`
      with opened as (
        select e.person_id, e.subject_id, count(*) as n from event e
        where ${isOf(of)} and e.person_id is not null group by 1, 2),
      judged as (
        select o.*, exists (select from request r
            where r.tenant_id = current_tenant() and r.id = o.subject_id::uuid and r.handler_id = o.person_id)
          or exists (select from event e
            where e.tenant_id = current_tenant() and e.subject_kind = 'request' and e.subject_id = o.subject_id and not (${IS_READING})
              and (e.person_id = o.person_id or strpos(e.detail, o.person_id::text) > 0)) as works
        from opened o)
      select j.person_id as "personId", p.name as person, count(*)::integer as requests, sum(j.n)::integer as readings,
        (count(*) filter (where not works))::integer as without
      from judged j join person p on p.tenant_id = current_tenant() and p.id = j.person_id
      group by 1, 2 order by 5 desc, 3 desc, 1`.execute(tx)
    return ok(
      rows.map((row) => ({
        ...row,
        standsOut: row.without >= MANY_WITHOUT && row.without * 2 > row.requests,
      })),
    )
  })
}
