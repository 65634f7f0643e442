import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  type Cell,
  type Difference,
  differences,
  type FormId,
  mergeReports,
  type Source,
} from '@gongkai/report'
import type { Actor, Platform } from '../context.js'
import { groupRemarks, type Remark } from '../reports/group-remarks.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { type Accepted, acceptedReports, notAccepted } from './accepted-reports.js'
import { allowOn } from './allow-on.js'
import { readCollection } from './collection.js'

/** What one authority gave to a sum: its number, and the version of its report in which it stands. */
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
  /** Authorities whose reports are not accepted yet: the sums are without them. */
  readonly missing: readonly { readonly authorityId: string; readonly authority: string }[]
  /** Against the collecting authority's own printed report; null where there is none. */
  readonly differences: readonly Difference[] | null
}

export type ConsolidateRefusal =
  | RightRefusal
  | Refusal<'collection.not-found' | 'collection.none-accepted'>

/** 汇总: adds up the accepted reports of a collection, the collecting authority's own left out, and holds that one against the sums. */
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
    const sums = added(children, collection.form, collection.reportYear)
    const parent = accepted.find(isOwn)
    return ok({
      ...sums.consolidated,
      missing: (await notAccepted(tx, collectionId)).filter(
        ({ authorityId }) => authorityId !== collection.authorityId,
      ),
      differences: parent ? differences(sums.merged, parent.report) : null,
    })
  })
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
