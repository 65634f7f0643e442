import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { NO_AUTHORITY } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { dateText } from './date-text.js'

/** An authority under the name that it had on the day asked for. */
export type Relative = {
  readonly id: string
  readonly name: string
  /** It took over only what a dissolved authority left unfinished: figures of the two do not go together. */
  readonly onlyDuties: boolean
}

type NotFound = Refusal<'authority.not-found'>

/** The name of an authority on a day; refused where it did not exist on it. */
export async function nameOn(
  platform: Platform,
  actor: Actor | null,
  authorityId: string,
  day: LocalDate,
): Promise<Result<string, NotFound | Refusal<'authority.not-there'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<{ name: string; now: string; there: boolean }>`
      select ${nameAt(sql`${day}::date`)} as name, a.name as now, ${existsOn(day)} as there
      from authority a where id = ${authorityId}`.execute(tx)
    const [found] = rows
    if (!found) return NO_AUTHORITY
    if (found.there) return ok(found.name)
    const message = `“${found.now}”在${dateText(day)}尚未设立或者已经撤销。请核对日期，或者查询其沿革。`
    return refuse('authority.not-there', message)
  })
}

/** Which authorities carry on, on a day, what this one did: itself where it still exists, and whatever it was merged into or split to. */
export async function successorsOn(
  platform: Platform,
  actor: Actor | null,
  authorityId: string,
  day: LocalDate,
): Promise<Result<readonly Relative[], NotFound>> {
  return transact(platform, actor, ({ tx }) =>
    relatives(
      tx,
      authorityId,
      day,
      sql`select ${authorityId}::uuid, '-infinity'::date, false
        union select c.successor_id, c.happened_on, k.only_duties or c.kind = 'dissolved'
        from kin k join authority_change c on c.tenant_id = current_tenant() and c.authority_id = k.id
        where c.successor_id is not null and c.happened_on <= ${day} and c.happened_on >= k.day`,
    ),
  )
}

/** Which authorities did, on a day, what this one does now: itself where it existed, and whatever went over into it since. */
export async function predecessorsOn(
  platform: Platform,
  actor: Actor | null,
  authorityId: string,
  day: LocalDate,
): Promise<Result<readonly Relative[], NotFound>> {
  return transact(platform, actor, ({ tx }) =>
    relatives(
      tx,
      authorityId,
      day,
      sql`select ${authorityId}::uuid, 'infinity'::date, false
        union select c.authority_id, c.happened_on, k.only_duties or c.kind = 'dissolved'
        from kin k join authority_change c on c.tenant_id = current_tenant() and c.successor_id = k.id
        where c.happened_on > ${day} and c.happened_on <= k.day`,
    ),
  )
}

/** Those of the kin that exist on the day. A day never goes back along a line, so that each line ends. */
async function relatives(
  tx: Transaction<Schema>,
  authorityId: string,
  day: LocalDate,
  kin: RawBuilder<unknown>,
): Promise<Result<readonly Relative[], NotFound>> {
  const { rows } = await sql<Relative>`
    with recursive kin (id, day, only_duties) as (${kin})
    select a.id, ${nameAt(sql`${day}::date`)} as name, k.only_duties as "onlyDuties"
    from (select id, bool_and(only_duties) as only_duties from kin group by id) k
    join authority a on a.tenant_id = current_tenant() and a.id = k.id
    where ${existsOn(day)} order by a.id <> ${authorityId}, a.id`.execute(tx)
  if (rows.length > 0) return ok(rows)
  const known = await tx
    .selectFrom('authority')
    .select('id')
    .where('id', '=', authorityId)
    .execute()
  return known.length > 0 ? ok([]) : NO_AUTHORITY
}

/** The name of the authority `a` on a day: that before the first change after the day, otherwise the present one. */
export function nameAt(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce((select n.name_before from authority_change n
    where n.tenant_id = a.tenant_id and n.authority_id = a.id and n.kind = 'renamed' and n.happened_on > ${day}
    order by n.happened_on, n.id limit 1), a.name)`
}

function existsOn(day: LocalDate): RawBuilder<boolean> {
  return sql`(coalesce(a.established_on <= ${day}, true) and coalesce(a.dissolved_on > ${day}, true))`
}
