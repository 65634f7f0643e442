import { ok } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { NO_SIBLINGS, type SharedSiblings, shareSiblings } from '../checks/shared-siblings.js'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import type { ReportFile } from './report-file.js'

type Kept = Map<string, Promise<SharedSiblings>>

/** Of each database the texts of the collections that were checked last. */
const known = new WeakMap<Platform['db'], Kept>()

/** Collections: one is collected at a time, or two at the turn of the year, by the county and by what is below it. */
const MOST_KEPT = 4

/** By what they are known; null where nothing was handed in, or the actor does not draft the report. */
export async function siblingStamp(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<string | null> {
  const { rows } = await sql<{ stamp: string | null }>`
    select sibling_stamp(${reportId}) as stamp`.execute(tx)
  return rows[0]?.stamp ?? null
}

/** The same for converters: read from the database once for every report of the collection, until another is handed in. */
export function sharedSiblings(
  report: ReportFile,
  stamp: string | null,
  platform: Platform,
  actor: Actor,
): Promise<SharedSiblings> {
  if (stamp === null) return Promise.resolve(NO_SIBLINGS)
  const kept: Kept = known.get(platform.db) ?? new Map()
  known.set(platform.db, kept)
  const siblings = kept.get(stamp) ?? readShared(platform, actor, report)
  // Those that were asked for last stand last.
  kept.delete(stamp)
  kept.set(stamp, siblings)
  siblings.catch(() => kept.delete(stamp))
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return siblings
}

/** They may be newer than the stamp that was asked for: they bear their own. */
async function readShared(
  { claim: _, ...platform }: Platform,
  actor: Actor,
  { id, reportYear }: ReportFile,
): Promise<SharedSiblings> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<{ stamp: string; name: string; texts: string }>`
      select (select sibling_stamp(${id})) as stamp, name, texts::text as texts from sibling_texts(${id})`.execute(
      tx,
    )
    return ok(rows)
  })
  const [first] = value
  if (!first) return NO_SIBLINGS
  return shareSiblings(
    first.stamp,
    value.map(({ name, texts }) => ({ name, year: reportYear, texts })),
  )
}
