import { type CellRef, cellKey } from '@gongkai/report'
import type { Numbered } from './number-findings.js'

/** Brings what a finding speaks of into view and gives it the focus. */
export function focusPlace({ no, finding: { target } }: Numbered): void {
  const [first] = target.kind === 'cells' ? target.cells : []
  const place = first ? cellButton(first) : document.getElementById(placeId(no))
  focus(place ?? document.getElementById(REPORT_ID))
}

/** Brings a finding of the list into view and gives it the focus. */
export function focusFinding(no: number): void {
  focus(document.getElementById(findingId(no)))
}

/** After a finding has gone from the list: to the one that follows it, else the last one, else the list itself. */
export function focusNextFinding(no: number): void {
  requestAnimationFrame(() => {
    const next =
      document.getElementById(findingId(no)) ?? document.getElementById(findingId(no - 1))
    focus(next ?? document.getElementById(FINDINGS_ID))
  })
}

/** Brings the beginning of the list of findings into view and gives it the focus: the list is longer than a screen. */
export function focusFindings(): void {
  focus(document.getElementById(FINDINGS_ID), 'start')
}

/** Gives a cell of the form the focus. */
export function focusCell(cell: CellRef): void {
  focus(cellButton(cell))
}

/** The heading over the report as read, where findings on the whole report lead to. */
export const REPORT_ID = 'report-as-read'

/** The findings beside the report. */
export const FINDINGS_ID = 'findings'

/** Id of the mark with the finding's number in the text. */
export function placeId(no: number): string {
  return `place-${no}`
}

/** Id of the finding in the list. */
export function findingId(no: number): string {
  return `finding-${no}`
}

function cellButton(cell: CellRef): HTMLElement | null {
  return document.querySelector(`[data-cell="${CSS.escape(cellKey(cell))}"]`)
}

function focus(element: HTMLElement | null, block: 'center' | 'start' = 'center'): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block, inline: 'nearest' })
}
