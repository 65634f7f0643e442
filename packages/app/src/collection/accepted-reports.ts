import type { SavedReport } from '@gongkai/report'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { subordinateOf } from '../checks/subordinates.js'
import { corrected } from '../files/write-file.js'
import type { Schema } from '../storage/schema.js'

/** The version of an authority's report that counts: what is published, else what was accepted. */
export type Accepted = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly no: number
  readonly report: SavedReport
}

/** So many documents are in memory whole at a time. */
const BATCH = 100

/** The accepted and published reports of a collection with their cells, in the order of the tree of authorities. */
export function acceptedReports(
  tx: Transaction<Schema>,
  collectionId: string,
): Promise<readonly Accepted[]> {
  return inBatches(
    tx,
    (after) =>
      sql<AcceptedRow>`
      select r.id as "reportId", r.authority_id as "authorityId", a.name as authority, v.no, v.document, a.place
      from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id
        and v.no = coalesce(r.published_no, r.accepted_no)
      where r.collection_id = ${collectionId} and r.state in ('accepted', 'published') and a.place > ${after}
      order by a.place limit ${BATCH}`,
  )
}

/** The same for who drafts the collecting authority's own report, without that report; none for anybody else. */
export function reportsToAdd(
  tx: Transaction<Schema>,
  ownReportId: string,
): Promise<readonly Accepted[]> {
  return inBatches(
    tx,
    (after) => sql<AcceptedRow>`select * from reports_to_add(${ownReportId}, ${after}, ${BATCH})`,
  )
}

type AcceptedRow = Omit<Accepted, 'report'> & {
  readonly document: SavedReport
  readonly place: string
}

async function inBatches(
  tx: Transaction<Schema>,
  batch: (after: string) => RawBuilder<AcceptedRow>,
): Promise<readonly Accepted[]> {
  const all: Accepted[] = []
  for (let after = ''; ; ) {
    const { rows } = await batch(after).execute(tx)
    all.push(
      ...rows.map(({ document, place: _, ...row }) => ({
        ...row,
        report: subordinateOf(corrected(document)),
      })),
    )
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return all
    after = last.place
  }
}

/** The authorities of a collection whose reports do not count yet, or no longer. */
export async function notAccepted(
  tx: Transaction<Schema>,
  collectionId: string,
): Promise<readonly { readonly authorityId: string; readonly authority: string }[]> {
  return tx
    .selectFrom('annual_report as r')
    .innerJoin('authority as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
    )
    .select(['a.id as authorityId', 'a.name as authority'])
    .where('r.collection_id', '=', collectionId)
    .where('r.state', 'not in', ['accepted', 'published'])
    .orderBy('a.place')
    .execute()
}
