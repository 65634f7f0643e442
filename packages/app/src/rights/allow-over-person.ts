import { ok, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { allow, type RightRefusal } from './allow.js'
import type { Action } from './rights.js'

/**
 * What `actor` holds that allows `action` on a whole person: in every authority where the person holds or stands in for something
 * today or later. Otherwise who administers one authority could act as somebody of a higher one. Where the person holds nothing any
 * more, an authority of the past is enough; with `ever`, none of the past may be missing either. Returns the authority too, as that whose affair it is.
 */
export async function allowOverPerson(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  personId: string,
  when: 'now' | 'ever' = 'now',
): Promise<Result<{ as: Holding; authorityId: string }, RightRefusal>> {
  const held = await heldBy(tx, personId)
  const needed = held.filter((one) => one.present || when === 'ever')
  const needsAll = needed.length > 0
  let found: Result<Holding, RightRefusal> = MISSING
  for (const { authorityId } of needsAll ? needed : held) {
    found = await allow(tx, actor, action, authorityId)
    if (found.ok !== needsAll) break
  }
  const first = held[0]
  if (!found.ok) return found
  return first ? ok({ as: found.value, authorityId: first.authorityId }) : MISSING
}

/**
 * Refused where the person holds or stands in for something, today or later, outside of what `actor` may do `action` in. Who holds nothing is within everybody's reach.
 */
export async function withinReach(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  personId: string,
): Promise<Result<null, RightRefusal>> {
  for (const { authorityId, present } of await heldBy(tx, personId)) {
    if (present && !(await allow(tx, actor, action, authorityId)).ok) return MISSING
  }
  return ok(null)
}

const MISSING = refuse(
  'right.missing',
  '该人员不在您管理的机关任职，或者同时在其他机关任职。需要办理的，请与上级机关的系统管理员联系。',
)

async function heldBy(tx: Transaction<Schema>, personId: string) {
  const { rows } = await sql<{ authorityId: string; present: boolean }>`
    select authority_id as "authorityId", bool_or(present) as present from (
      select authority_id, coalesce(until >= current_day(), true) as present
        from assignment where person_id = ${personId}
      union all
      select a.authority_id, d.until >= current_day() and coalesce(a.until >= current_day(), true)
        from deputation d join assignment a on a.tenant_id = d.tenant_id and a.id = d.assignment_id
        where d.deputy_id = ${personId}
    ) held group by authority_id order by 2 desc, 1`.execute(tx)
  return rows
}
