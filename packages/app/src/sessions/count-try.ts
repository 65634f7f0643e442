import { createHash } from 'node:crypto'
import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'

/** So often within so long. */
export type Limit = { readonly most: number; readonly minutes: number }

/** Counts one try of each key, for every process on this database. Until when none is let through; null where this one may go on. */
export async function countTries(
  platform: Platform,
  tries: readonly { readonly key: string; readonly limit: Limit }[],
): Promise<Date | null> {
  const at = platform.now()
  const { value } = await transact(platform, null, async ({ tx }) => {
    const waits: Date[] = []
    // In one order, so that no two wait for each other.
    for (const { key, limit } of tries.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      const hash = createHash('sha256').update(key).digest()
      const end = new Date(at.getTime() + limit.minutes * 60_000)
      const { rows } = await sql<{ until: Date | null }>`
        select count_try(${hash}, ${limit.most}, ${at}, ${end}) as until`.execute(tx)
      if (rows[0]?.until) waits.push(rows[0].until)
    }
    return ok(waits)
  })
  return value.toSorted((a, b) => Number(b) - Number(a))[0] ?? null
}
