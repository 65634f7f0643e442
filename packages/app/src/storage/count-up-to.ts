import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.js'

/** What a list holds is counted up to here. */
const MOST_COUNTED = 10_000

/** How many rows `query` has, a `select from …` without a limit; one more than `MOST_COUNTED` stands for all that is more. */
export async function countUpTo(
  tx: Transaction<Schema>,
  query: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from (${query} limit ${MOST_COUNTED + 1}) counted`.execute(tx)
  return rows[0]?.many ?? 0
}
