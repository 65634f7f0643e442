import type { Transaction } from 'kysely'
import type { Holding } from '../context.js'
import type { Schema } from '../storage/schema.js'

/** What is held, and the same in each authority that the one it is held in carries on, as `allow` has it: nothing of an administrator's. */
export async function withCarried(
  tx: Transaction<Schema>,
  holdings: readonly Holding[],
): Promise<readonly Holding[]> {
  const held = holdings.filter(({ role }) => role !== 'administrator')
  if (held.length === 0) return holdings
  const places = [...new Set(held.map(({ authorityId }) => authorityId))]
  const rows = await tx
    .selectFrom('authority')
    .select(['id', 'carrier_id'])
    .where('carrier_id', 'in', places)
    .orderBy('place')
    .execute()
  const carried = rows.flatMap(({ id, carrier_id }) =>
    held
      .filter(({ authorityId }) => authorityId === carrier_id)
      .map((holding) => ({ ...holding, authorityId: id })),
  )
  return [...holdings, ...carried]
}
