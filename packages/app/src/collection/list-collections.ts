import { ok, type Refusal, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type Collection, toCollection } from './collection.js'

export type ListedCollection = Collection & {
  /** The name of the authority that collects. */
  readonly authority: string
  /** How many authorities were asked, as far as the actor may see. */
  readonly asked: number
}

/** So many are told: twenty years of ten authorities that collect. */
const MOST = 200

/** The collections that may be seen, the newest year first: those of one's own area, and those in which one's own authority was asked. */
export async function listCollections(
  platform: Platform,
  actor: Actor,
): Promise<Result<readonly ListedCollection[], never>> {
  return transact(platform, actor, async ({ tx }) => {
    const rows = await tx
      .selectFrom('collection as c')
      .innerJoin('authority as a', (join) =>
        join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.id', '=', 'c.authority_id'),
      )
      .selectAll('c')
      .select('a.name as authority')
      .select(
        sql<number>`(select count(*) from annual_report r
          where r.tenant_id = c.tenant_id and r.collection_id = c.id)`.as('asked'),
      )
      .where('c.tenant_id', '=', platform.tenantId)
      .orderBy('c.report_year', 'desc')
      .orderBy('a.place')
      .limit(MOST)
      .execute()
    return ok(
      rows.map(({ authority, asked, ...row }) => ({ ...toCollection(row), authority, asked })),
    )
  })
}

/** One collection, for those above and for those whom it asks. */
export async function getCollection(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<Result<Collection, RightRefusal | Refusal<'collection.not-found'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const row = await tx
      .selectFrom('collection')
      .selectAll()
      .where('tenant_id', '=', platform.tenantId)
      .where('id', '=', collectionId)
      .executeTakeFirst()
    if (row) return ok(toCollection(row))
    const allowed = await allowOn(tx, actor, 'collection.read', 'collection', collectionId)
    if (!allowed.ok) return allowed
    throw new Error('the policies hide a collection from who may read it')
  })
}
