import type { ProofreadInput, TextPart } from '@gongkai/proofread'
import { type AnnualReport, textParts } from '@gongkai/report'

/** The text of another authority's report. */
export type Sibling = {
  readonly name: string
  readonly year: number | null
  readonly parts: readonly TextPart[]
}

/** What checking needs of a report to hold others against it. `file` names it where no authority was read. */
export function siblingOf(report: AnnualReport & { readonly file: string }): Sibling {
  return { name: report.authority ?? report.file, year: report.year, parts: textParts(report) }
}

const known = new WeakMap<readonly Sibling[], Map<number | null, ProofreadInput['siblings']>>()

/** The siblings of one report year. The list is made once: proofreading indexes it for as long as it lives. */
export function siblingsOfYear(
  siblings: readonly Sibling[],
  year: number | null,
): ProofreadInput['siblings'] {
  const years = known.get(siblings) ?? new Map<number | null, ProofreadInput['siblings']>()
  known.set(siblings, years)
  const ofYear = years.get(year) ?? siblings.filter((one) => year === null || one.year === year)
  years.set(year, ofYear)
  return ofYear
}
