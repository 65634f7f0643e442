import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type AcceptedDocument, acceptedReports, notAccepted } from './accepted-reports.js'
import { addUp, type Consolidated, type Gathered } from './add-up.js'
import { allowOn } from './allow-on.js'
import { type Collection, readCollection } from './collection.js'
import { ownShareOf } from './own-share.js'

export type ConsolidateRefusal =
  | RightRefusal
  | Refusal<'collection.not-found' | 'collection.none-accepted'>

/**
 * 汇总: adds up the accepted reports of a collection and the collecting authority's own share, and holds its own printed report, which is none of
 * them, against the sums.
 */
export async function consolidate(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<Result<Consolidated, ConsolidateRefusal>> {
  const gathered = await gatherReports(platform, actor, collectionId)
  return gathered.ok ? ok(addUp(gathered.value)) : gathered
}

/** What {@link consolidate} adds up, for who adds it up elsewhere. */
export async function gatherReports(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<Result<Gathered, ConsolidateRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'collection.merge', 'collection', collectionId)
    if (!allowed.ok) return allowed
    const collection = await readCollection(tx, collectionId)
    const { authorityId, form, reportYear: year } = collection
    const accepted = await acceptedReports(tx, collectionId)
    const isOwn = (one: AcceptedDocument) => one.authorityId === authorityId
    const children = accepted.filter((one) => !isOwn(one))
    if (children.length === 0) return NONE
    const own = await ownReportOf(tx, collection)
    const share = own && (await ownShareOf(tx, own.reportId))
    const missing = await notAccepted(tx, collectionId)
    return ok({
      ...{ form, year, children },
      own: own && share && { ...own, authorityId, cells: share.cells },
      parent: accepted.find(isOwn) ?? null,
      ownReportId: own?.reportId ?? null,
      missing: missing.filter((one) => one.authorityId !== authorityId),
    })
  })
}

type Own = { readonly reportId: string; readonly authority: string }

async function ownReportOf(
  tx: Transaction<Schema>,
  { id, authorityId }: Collection,
): Promise<Own | null> {
  const row = await tx
    .selectFrom('annual_report as r')
    .innerJoin('authority as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
    )
    .select(['r.id as reportId', 'a.name as authority'])
    .where('r.collection_id', '=', id)
    .where('r.authority_id', '=', authorityId)
    .executeTakeFirst()
  return row ?? null
}

const NONE = refuse(
  'collection.none-accepted',
  '还没有已接收的报告，无法汇总。请先接收所属机关的报告。',
)
