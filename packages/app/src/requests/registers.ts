import type { LocalDate } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/**
 * The authorities whose registers an authority answers for: its own, and those of the ones that it carries on (ADR 0014). With `to`, only what had ended
 * by that day: of an earlier period each counts for itself.
 */
export async function registersOf(
  tx: Transaction<Schema>,
  authorityId: string,
  to: LocalDate | null = null,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('authority')
    .select('id')
    .where('carrier_id', '=', authorityId)
    .$if(to !== null, (query) => query.where('dissolved_on', '<=', to))
    .execute()
  return [authorityId, ...rows.map(({ id }) => id)]
}
