import type { AnnualReport, Finding, PartKey } from '@gongkai/report'
import type { ReportCheck } from '@gongkai/web'
import { useMemo, useState } from 'react'
import { focusCell, focusFinding, REPORT_ID } from '../../report/focus.js'
import { type Numbered, numberFindings } from '../../report/number-findings.js'
import type { SheetHandle } from '../../report/sheet-context.js'
import type { RuleNames } from '../../state/use-rules.js'

/** A finding; where it could be let stand, with that waiver. */
export type Held = Finding & Partial<Pick<ReportCheck['findings'][number], 'waiver'>>

/** What the pages of a report have in common: its findings that stand open, and the ways between them and their places. */
export function useFindings(
  check: { readonly findings: readonly Held[] } | null,
  rules: RuleNames,
) {
  const [looked, setLooked] = useState<string | null>(null)
  return useMemo(() => {
    const open = (check?.findings ?? []).filter(({ waiver }) => !waiver)
    const numbered = numberFindings(open)
    const look = (one: Numbered | undefined) => setLooked(one ? keyOf(one.finding) : null)
    return {
      ...{ numbered, rules },
      waived: (check?.findings ?? []).filter(({ waiver }) => waiver),
      active: numbered.find(({ finding }) => keyOf(finding) === looked)?.no ?? null,
      jumpToPlace: (one: Numbered) => {
        look(one)
        focusTarget(one)
      },
      jumpToFinding: (no: number) => {
        look(numbered[no - 1])
        focusFinding(no)
      },
    }
  }, [check, rules, looked])
}

export type Findings = ReturnType<typeof useFindings>

/** Brings what is spoken of into view: a cell, a stretch of text (marked where it is written in), or the report. */
export function focusTarget({ no, finding: { target } }: Numbered): void {
  const [first] = target.kind === 'cells' ? target.cells : []
  const place = document.getElementById(`place-${no}`)
  if (first) focusCell(first)
  else if (place) focusOn(place)
  else if (target.kind === 'text') focusPart(target.part, target.start, target.end)
  else focusOn(document.getElementById(REPORT_ID))
}

/** Brings a part of the text into view, and marks a stretch of it where it is written in. */
export function focusPart(part: PartKey, start: number, end: number): void {
  const field = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
  focusOn(field)
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(start, end)
}

function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center', inline: 'nearest' })
}

function keyOf({ rule, target }: Finding): string {
  return `${rule}|${JSON.stringify(target)}`
}

/** The pieces of a handle that are the same for whoever reads or writes. */
export function sheetOf(
  findings: Findings,
  report: AnnualReport,
  rest: Pick<
    SheetHandle,
    'bindings' | 'cellCard' | 'findingActions' | 'remarked' | 'underCell' | 'underPart'
  >,
): SheetHandle {
  return { ...findings, report, corrections: [], ...rest }
}
