import type { AnnualReport, Binding, Cell, Correction, PartKey } from '@gongkai/report'
import { createContext, type ReactNode, type RefObject, use } from 'react'
import type { RuleNames } from '../state/use-rules.js'
import type { Numbered } from './number-findings.js'

/** A place that a reviewer said something of: cells, or a part of the text with the stretch that is meant where it is still there. */
export type Remarked = { readonly words: string } & (
  | { readonly keys: readonly string[] }
  | {
      readonly part: PartKey
      readonly place: { readonly start: number; readonly end: number } | null
      readonly quote: string
    }
)

/** What every piece of a report that is shown with its findings sees, and what it can do. */
export type SheetHandle = {
  /** The report with its corrections. */
  readonly report: AnnualReport
  readonly corrections: readonly Correction[]
  /** The figures of the text that follow cells. */
  readonly bindings?: readonly Binding[]
  readonly remarked?: readonly Remarked[]
  /** The findings that stand open, with their numbers. */
  readonly numbered: readonly Numbered[]
  readonly rules: RuleNames
  /** Number of the finding that is being looked at. */
  readonly active: number | null
  /** To the place in the report that a finding speaks of. */
  readonly jumpToPlace: (finding: Numbered) => void
  /** To the finding in the list. */
  readonly jumpToFinding: (no: number) => void
  /** What can be done about a finding. */
  readonly findingActions: (finding: Numbered) => ReactNode
  /** What opens at a cell that has the focus; `wrapper` is the box that it is placed in. */
  readonly cellCard: (
    cell: Cell,
    wrapper: RefObject<HTMLElement | null>,
    onClose: () => void,
  ) => ReactNode
  /** What stands below the value of a cell, by `cellKey`. */
  readonly underCell?: (key: string) => ReactNode
  /** What stands below the text of a part. */
  readonly underPart?: (part: PartKey) => ReactNode
}

export const SheetContext = createContext<SheetHandle | null>(null)

/** The handle of the report around; throws outside of one. */
export function useSheet(): SheetHandle {
  const handle = use(SheetContext)
  if (!handle) throw new Error('Outside of a report')
  return handle
}
