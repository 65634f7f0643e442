import type { AnnualReport, CellRef, Correction, Finding, Target, Waiver } from '@gongkai/report'
import { createContext, use } from 'react'
import type { ReadItem } from '../state/item.js'
import type { RuleNames } from '../state/use-rules.js'
import type { Numbered } from './number-findings.js'

type TextTarget = Extract<Target, { readonly kind: 'text' }>

/** What every piece of the report page sees, and what it can do. */
export type ReportHandle = {
  readonly item: ReadItem
  /** The report with its corrections. */
  readonly report: AnnualReport
  /** The findings that were not waived, with their numbers. */
  readonly numbered: readonly Numbered[]
  readonly waived: readonly Finding[]
  readonly rules: RuleNames
  /** Number of the finding that is being looked at. */
  readonly active: number | null
  /** To the place in the report that a finding speaks of. */
  readonly jumpToPlace: (finding: Numbered) => void
  /** To the finding in the list. */
  readonly jumpToFinding: (no: number) => void
  /** False where another correction is in the way. */
  readonly correctText: (target: TextTarget, to: string, reason: string | null) => boolean
  readonly correctCell: (cell: CellRef, to: string, reason: string | null) => void
  readonly takeBack: (correction: Correction) => void
  readonly waive: (waiver: Waiver) => void
  readonly unwaive: (finding: Finding) => void
  readonly discardAll: () => void
}

export const ReportContext = createContext<ReportHandle | null>(null)

/** The handle of the page around; throws outside of one. */
export function useReport(): ReportHandle {
  const handle = use(ReportContext)
  if (!handle) throw new Error('Outside of a report page')
  return handle
}
