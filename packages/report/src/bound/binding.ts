import type { SectionNo } from '../form/sections.js'
import type { AnnualReport, PartKey } from '../reading/annual-report.js'
import type { CellRef } from '../reading/finding.js'

/** The parts of the text whose figures can follow the tables. */
export type BoundPart = 'intro' | `section/${SectionNo}`

/**
 * A figure of the text that follows a cell. It stands where it says in the text with its corrections, and prints the number of the
 * cell. While the cell has none, it waits: the text stays as it is.
 */
export type Binding = {
  readonly part: BoundPart
  readonly start: number
  readonly end: number
  readonly cell: CellRef
}

/** A report with the figures that are bound in it; where there are none the field is absent. */
export type BoundReport = AnnualReport & { readonly bindings?: readonly Binding[] }

/** Whether figures of this part can be bound: headings, title and signature have none that the tables hold. */
export function isBoundPart(part: PartKey): part is BoundPart {
  return part === 'intro' || part.startsWith('section/')
}

/** The report with these figures bound and no others. */
export function withBindings<R extends BoundReport>(report: R, bindings: readonly Binding[]): R {
  const { bindings: _, ...rest } = report
  // Only the optional field is taken out and put in again.
  return (bindings.length > 0 ? { ...rest, bindings } : rest) as R
}
