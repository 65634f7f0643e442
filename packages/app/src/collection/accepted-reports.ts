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
  /** SHA-256 in hex of the document of the version as compact JSON in UTF-8; null where it is no version. */
  readonly digest: string | null
  readonly report: SavedReport
}

/** The same with the report as JSON in UTF-8, small enough that a thousand are in memory and sent to a converter. */
export type AcceptedDocument = Omit<Accepted, 'report'> & { readonly document: Uint8Array }

/** So many documents are in memory whole at a time. */
const BATCH = 25

/** The accepted and published reports of a collection with their cells, in the order of the tree of authorities. */
export function acceptedReports(
  tx: Transaction<Schema>,
  collectionId: string,
): Promise<readonly AcceptedDocument[]> {
  return inBatches((after) =>
    sql<AcceptedRow>`
      select r.id as "reportId", r.authority_id as "authorityId", a.name as authority, v.no, v.document, ${digestOf(sql`v.document`)} as digest, a.place
      from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id
        and v.no = coalesce(r.published_no, r.accepted_no)
      where r.collection_id = ${collectionId} and r.state in ('accepted', 'published') and a.place > ${after}
      order by a.place limit ${BATCH}`.execute(tx),
  )
}

/** The same for who drafts the collecting authority's own report, without that report; none for anybody else. */
export function reportsToAdd(
  tx: Transaction<Schema>,
  ownReportId: string,
): Promise<readonly AcceptedDocument[]> {
  return inBatches((after) =>
    sql<AcceptedRow>`select r.*, ${digestOf(sql`r.document`)} as digest
      from reports_to_add(${ownReportId}, ${after}, ${BATCH}) r order by r.place`.execute(tx),
  )
}

/** A document stands in the database as it was written: as compact JSON. */
function digestOf(document: RawBuilder<unknown>): RawBuilder<string> {
  return sql`encode(sha256(convert_to(${document}::text, 'UTF8')), 'hex')`
}

type AcceptedRow = Omit<Accepted, 'report'> & {
  readonly document: SavedReport
  readonly place: string
}

async function inBatches(
  batch: (after: string) => Promise<{ readonly rows: readonly AcceptedRow[] }>,
): Promise<readonly AcceptedDocument[]> {
  const all: AcceptedDocument[] = []
  for (let after = ''; ; ) {
    const { rows } = await batch(after)
    for (const { document, place: _, ...row } of rows)
      all.push({ ...row, document: withoutPlaces(subordinateOf(corrected(document))) })
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return all
    after = last.place
  }
}

/** Where a number stood in a file is nothing to a sum, and half of the document. */
function withoutPlaces(report: SavedReport): Uint8Array {
  const cells = report.cells.map((cell) => ({ ...cell, at: null }))
  return new TextEncoder().encode(JSON.stringify({ ...report, cells }))
}

/** The authorities of a collection whose reports do not count yet, or no longer; not those of which none is asked any more. */
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
    .where('r.state', 'not in', ['accepted', 'published', 'closed'])
    .orderBy('a.place')
    .execute()
}
