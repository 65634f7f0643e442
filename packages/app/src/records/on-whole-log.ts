import { sql, type Transaction } from 'kysely'
import { openAsOwner } from '../storage/open-database.js'
import type { Schema } from '../storage/schema.js'

/** Runs `work` on the whole log of the one region of a database, as its owner and as of one moment, with the head of the chain; null before the region is founded. */
export async function onWholeLog<R>(
  url: string,
  work: (tx: Transaction<Schema>, head: Schema['chain_head'] | null) => Promise<R>,
): Promise<R> {
  const { db, close } = openAsOwner(url)
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const head = (await tx.selectFrom('chain_head').selectAll().executeTakeFirst()) ?? null
        await sql`select set_config('gongkai.tenant', ${head?.tenant_id ?? ''}, true)`.execute(tx)
        return work(tx, head)
      })
  } finally {
    await close()
  }
}
