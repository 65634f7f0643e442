import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  type Cell,
  type Difference,
  differences,
  type FormId,
  mergeReports,
  type Source,
} from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { groupRemarks, type Remark } from '../reports/group-remarks.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type Accepted, acceptedReports, notAccepted } from './accepted-reports.js'
import { allowOn } from './allow-on.js'
import { type Collection, readCollection } from './collection.js'
import { type OwnShare, ownShareOf } from './own-share.js'
import { blankReport } from './starting-points.js'

/** What one authority gave to a sum: its number, and the version of its report in which it stands; 0 for the own share, which is no version. */
export type CellSource = Source & {
  readonly authorityId: string
  readonly reportId: string
  readonly no: number
}

/** A sum with everybody who gave to it. */
export type ConsolidatedCell = Cell & { readonly sources: readonly CellSource[] }

export type Consolidated = {
  readonly form: FormId
  readonly year: number
  readonly cells: readonly ConsolidatedCell[]
  /** What was left out of the sums, and what was added with a condition. */
  readonly notAdded: readonly Remark[]
  readonly notes: readonly Remark[]
  /** The collecting authority's own report; null where none is asked of it. */
  readonly ownReportId: string | null
  /** Whether its own share was entered, and so is in the sums. */
  readonly hasOwnShare: boolean
  /** Authorities whose reports are not accepted yet: the sums are without them. */
  readonly missing: readonly { readonly authorityId: string; readonly authority: string }[]
  /** Against the collecting authority's own printed report; null where there is none. */
  readonly differences: readonly Difference[] | null
}

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
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'collection.merge', 'collection', collectionId)
    if (!allowed.ok) return allowed
    const collection = await readCollection(tx, collectionId)
    const accepted = await acceptedReports(tx, collectionId)
    const isOwn = ({ authorityId }: Accepted) => authorityId === collection.authorityId
    const children = accepted.filter((one) => !isOwn(one))
    if (children.length === 0) return NONE
    const own = await ownReportOf(tx, collection)
    const share = own && (await ownShareOf(tx, own.reportId))
    const all = own && share ? [...children, asAccepted(collection, own, share)] : children
    const sums = added(all, collection.form, collection.reportYear)
    const parent = accepted.find(isOwn)
    return ok({
      ...sums.consolidated,
      ...{ ownReportId: own?.reportId ?? null, hasOwnShare: share !== null },
      missing: (await notAccepted(tx, collectionId)).filter(
        ({ authorityId }) => authorityId !== collection.authorityId,
      ),
      differences: parent ? differences(sums.merged, parent.report) : null,
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

/** The own share beside the reports of the others, under the name that says what it is. */
function asAccepted(
  { authorityId, form, reportYear }: Collection,
  { reportId, authority }: Own,
  { cells }: OwnShare,
): Accepted {
  const name = `${authority}（本级）`
  const report = { ...blankReport({ authority: name, reportYear, form }), cells }
  return { reportId, authorityId, authority: name, no: 0, report }
}

function added(children: readonly Accepted[], form: FormId, year: number) {
  const merged = mergeReports(
    children.map(({ authority, report }) => ({ name: authority, report })),
    { form, year },
  )
  const byName = new Map(children.map((one) => [one.authority, one]))
  const cells = merged.cells.map((cell) => ({
    ...cell,
    sources: cell.sources.flatMap((source) => withReport(source, byName.get(source.name))),
  }))
  const notAdded = groupRemarks(merged.notAdded)
  const notes = groupRemarks(
    merged.notes.map(({ name, cell, message }) => ({ name, cell, reason: message })),
  )
  return { merged, consolidated: { form, year, cells, notAdded, notes } }
}

/** Names are held once in the register, so that each names one report. */
function withReport(source: Source, from: Accepted | undefined): CellSource[] {
  if (!from) return []
  const { authorityId, reportId, no } = from
  return [{ ...source, authorityId, reportId, no }]
}

const NONE = refuse(
  'collection.none-accepted',
  '还没有已接收的报告，无法汇总。请先接收所属机关的报告。',
)
