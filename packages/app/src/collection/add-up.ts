import { createHash } from 'node:crypto'
import {
  type Cell,
  type Difference,
  differences,
  type FormId,
  mergeReports,
  type Source,
} from '@gongkai/report'
import { groupRemarks, type Remark } from '../reports/group-remarks.js'
import type { Accepted, AcceptedDocument } from './accepted-reports.js'
import { blankReport } from './starting-points.js'

/** What one authority gave to a sum: its number, and the version of its report in which it stands; 0 for the own share, which is no version. */
type CellSource = Source & {
  readonly authorityId: string
  readonly reportId: string
  readonly no: number
}

/** A version that was added up; its digest is that of its document as compact JSON, so that it can be held against what it is said to be. */
type SummedReport = Omit<Accepted, 'report'>

/** A sum with everybody who gave to it. */
type ConsolidatedCell = Cell & { readonly sources: readonly CellSource[] }

export type Consolidated = {
  readonly form: FormId
  readonly year: number
  readonly cells: readonly ConsolidatedCell[]
  /** What the sums were made of, in the order of the tree; the own share, which is no version, last. */
  readonly reports: readonly SummedReport[]
  /** Of all of them together: SHA-256 in hex of their digests, a line each. */
  readonly digest: string
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

/** All that the sums are made of, as it comes from the database. */
export type Gathered = Pick<Consolidated, 'form' | 'year' | 'missing' | 'ownReportId'> & {
  readonly children: readonly AcceptedDocument[]
  /** What the collecting authority did itself; null where it was not entered. */
  readonly own: OwnPart | null
  /** Its printed report; null where it is not accepted. */
  readonly parent: AcceptedDocument | null
}

type OwnPart = {
  readonly reportId: string
  readonly authorityId: string
  readonly authority: string
  readonly cells: readonly Cell[]
}

/** Adds up; of a thousand reports it takes a second. */
export function addUp({ children, own, parent, form, year, ...head }: Gathered): Consolidated {
  const accepted = children.map(parsed)
  const all = own ? [...accepted, asAccepted(own, form, year)] : accepted
  const { merged, consolidated } = added(all, form, year)
  return {
    ...consolidated,
    ...{ ...head, hasOwnShare: own !== null },
    differences: parent ? differences(merged, parsed(parent).report) : null,
  }
}

function parsed({ document, ...row }: AcceptedDocument): Accepted {
  return { ...row, report: JSON.parse(new TextDecoder().decode(document)) }
}

/** The own share beside the reports of the others, under the name that says what it is. */
function asAccepted(
  { authorityId, reportId, authority, cells }: OwnPart,
  form: FormId,
  reportYear: number,
): Accepted {
  const name = `${authority}（本级）`
  const report = { ...blankReport({ authority: name, reportYear, form }), cells }
  return { reportId, authorityId, authority: name, no: 0, digest: null, report }
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
  const reports = children.map(({ report: _, ...head }) => head)
  const notAdded = groupRemarks(merged.notAdded)
  const notes = groupRemarks(
    merged.notes.map(({ name, cell, message }) => ({ name, cell, reason: message })),
  )
  const digest = digestOfAll(reports)
  return { merged, consolidated: { form, year, cells, reports, digest, notAdded, notes } }
}

function digestOfAll(reports: readonly SummedReport[]): string {
  const digests = reports.flatMap(({ digest }) => digest ?? [])
  return createHash('sha256').update(digests.join('\n')).digest('hex')
}

/** Names are held once in the register, so that each names one report. */
function withReport(source: Source, from: Accepted | undefined): CellSource[] {
  if (!from) return []
  const { authorityId, reportId, no } = from
  return [{ ...source, authorityId, reportId, no }]
}
