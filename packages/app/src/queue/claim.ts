import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/**
 * Claims an effect of the work in the background in the transaction of the effect: false where it was done before. Whoever claims the same at the
 * same time waits until it is known whether this one is kept. For the region itself.
 */
export async function claim(tx: Transaction<Schema>, key: string): Promise<boolean> {
  const claimed = await tx
    .insertInto('effect')
    .values(({ fn }) => ({ tenant_id: fn('current_tenant'), key }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}
