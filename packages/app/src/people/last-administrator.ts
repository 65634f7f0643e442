import { refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import { queueFor } from './person.js'

export const LAST_ADMINISTRATOR = refuse(
  'assignment.last-administrator',
  '这是本地区最后一名系统管理员，办理后无人能够管理。请先指定另一名系统管理员。',
)

/**
 * Whether one of these assignments makes the person administrator at the root of the region, and nobody else who signs in is that without end.
 * Those who ask wait for each other, so that two do not take the last two away.
 */
export async function isLastAdministrator(
  tx: Transaction<Schema>,
  personId: string,
  assignmentIds: readonly string[],
): Promise<boolean> {
  await queueFor(tx, 'administrators')
  const { rows } = await sql<{ last: boolean }>`
    select exists (
      select from assignment a join authority r on r.tenant_id = a.tenant_id and r.id = a.authority_id and r.parent_id is null
        where a.id = any(${assignmentIds}::uuid[]) and a.role = 'administrator'
          and not exists (
            select from assignment o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id and p.state = 'active'
              where o.tenant_id = a.tenant_id and o.authority_id = a.authority_id and o.role = 'administrator'
                and o.since <= current_day() and o.until is null and o.person_id <> ${personId})) as last`.execute(
    tx,
  )
  return rows[0]?.last ?? false
}
