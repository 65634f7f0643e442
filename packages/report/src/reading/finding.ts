import type { Severity } from '@gongkai/law'
import type { TableKey } from '../form/layout.js'
import type { AnnualReport, PartKey } from './annual-report.js'
import type { Place } from './place.js'

/** What a finding is about: a stretch of text, one or more cells, or the report as a whole. */
export type Target =
  | { readonly kind: 'text'; readonly part: PartKey; readonly start: number; readonly end: number }
  | { readonly kind: 'cells'; readonly cells: readonly CellRef[] }
  | { readonly kind: 'report' }

export type CellRef = { readonly table: TableKey; readonly row: string; readonly column: string }

/** One thing found wrong or doubtful in a report. It never changes the report. */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  /** Chinese, one sentence an official can act on. */
  readonly message: string
  readonly target: Target
  /** Where it stands in the source. */
  readonly at: Place | null
  /** What is printed. */
  readonly says: string | null
  /** What it should be, where that is certain. A text finding with `shouldBe` can be replaced as it stands. */
  readonly shouldBe: string | null
  /** The provision, as an official writes it. */
  readonly basis: string
}

/** A rule that could not be applied, and what it lacks. */
export type NotAssessable = { readonly rule: string; readonly reason: string }

/** Where `target` stands in the source, by the report's own trace; null where the source gives no place. */
export function placeOf(report: AnnualReport, target: Target): Place | null {
  if (target.kind === 'report') return null
  if (target.kind === 'cells') {
    const [first] = target.cells
    const isFirst = (cell: CellRef) =>
      cell.table === first?.table && cell.row === first.row && cell.column === first.column
    return report.cells.find(isFirst)?.at ?? null
  }
  const stretch = report.trace.find(
    ({ part, start, end }) =>
      part === target.part && start <= target.start && (target.start < end || start === end),
  )
  return stretch
    ? within(stretch.at, target.start - stretch.start, target.end - stretch.start)
    : null
}

/** Narrows the place of a whole stretch to the characters `start` to `end` of it, where the medium can say so. */
function within(place: Place, start: number, end: number): Place {
  if (place.kind === 'line') {
    const column = place.column + start
    return { ...place, column, endColumn: Math.min(place.endColumn, place.column + end) }
  }
  if (place.kind === 'paragraph') {
    return { ...place, start: place.start + start, end: Math.min(place.end, place.start + end) }
  }
  return place
}
