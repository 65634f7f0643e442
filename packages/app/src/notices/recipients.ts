import { sql, type Transaction } from 'kysely'
import type { Role } from '../rights/roles.js'
import type { Schema } from '../storage/schema.js'

/**
 * Who holds one of the roles today, and who stands in for one of them, by authority. The database answers for authorities above and below those of
 * who asks, and for no others.
 */
export async function holdersIn(
  tx: Transaction<Schema>,
  roles: readonly Role[],
  authorityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ authorityId: string; personId: string }>`
    select authority_id as "authorityId", person_id as "personId"
    from holders_of(${roles}, ${authorityIds}) order by 1, 2`.execute(tx)
  const groups = Map.groupBy(rows, ({ authorityId }) => authorityId)
  return new Map([...groups].map(([id, held]) => [id, held.map(({ personId }) => personId)]))
}

/** The same of one authority. */
export async function holdersOf(
  tx: Transaction<Schema>,
  roles: readonly Role[],
  authorityId: string,
): Promise<readonly string[]> {
  return (await holdersIn(tx, roles, [authorityId])).get(authorityId) ?? []
}
