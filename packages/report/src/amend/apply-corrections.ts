import { cellKey } from '../form/forms.js'
import { type AnnualReport, partText } from '../reading/annual-report.js'
import { isOfficialForm, specOf } from '../reading/cells.js'
import { toCell } from '../reading/to-cell.js'
import type { Correction } from './amendments.js'
import { isText, replaceText, type TextCorrection } from './replace-text.js'

/** A correction that does not fit the reading any more, and why. */
export type RejectedCorrection = { readonly correction: Correction; readonly reason: string }

export type Corrected = {
  readonly report: AnnualReport
  readonly rejected: readonly RejectedCorrection[]
}

/**
 * The reading with a person's corrections. Every correction speaks of the reading as it was read: its offsets count in
 * the text that was read, so that any of them can be taken back alone. Of two that overlap the later one is rejected,
 * as is one whose `from` is not what was read. Cells keep their place; trace and figures move with the text.
 * `authority` and `year` stay as they were read.
 */
export function applyCorrections(
  report: AnnualReport,
  corrections: readonly Correction[],
): Corrected {
  const fits: Correction[] = []
  const rejected: RejectedCorrection[] = []
  for (const correction of corrections) {
    const reason = misfit(report, fits, correction)
    if (reason) rejected.push({ correction, reason })
    else fits.push(correction)
  }
  const cells = fits.reduce(correctCell, report)
  // From the end of each part to its beginning: what is still to be replaced has not moved.
  const texts = fits.filter(isText).toSorted((a, b) => b.target.start - a.target.start)
  return { report: texts.reduce(replaceText, cells), rejected }
}

function misfit(
  report: AnnualReport,
  fits: readonly Correction[],
  correction: Correction,
): string | null {
  const read = isText(correction) ? readText(report, correction) : readCell(report, correction)
  if (read === undefined) return '报告中没有这一处，更正未采用。'
  if (read !== correction.from) return `此处现为“${read ?? ''}”，与更正时的原文不同，更正未采用。`
  return fits.some((other) => overlaps(other, correction)) ? '与另一处更正重叠，更正未采用。' : null
}

function readText(report: AnnualReport, { target }: TextCorrection): string | undefined {
  const text = partText(report, target.part)
  const { start, end } = target
  return text === null || start < 0 || end > text.length || start > end
    ? undefined
    : text.slice(start, end)
}

function readCell(report: AnnualReport, { target }: Correction): string | null | undefined {
  if (target.kind !== 'cell' || !isOfficialForm(report.form)) return undefined
  if (!specOf(report.form, target.cell)) return undefined
  const key = cellKey(target.cell)
  return report.cells.find((cell) => cellKey(cell) === key)?.raw
}

function overlaps({ target: a }: Correction, { target: b }: Correction): boolean {
  if (a.kind === 'cell' || b.kind === 'cell') {
    return a.kind === 'cell' && b.kind === 'cell' && cellKey(a.cell) === cellKey(b.cell)
  }
  if (a.part !== b.part) return false
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}

function correctCell(report: AnnualReport, { target, to }: Correction): AnnualReport {
  if (target.kind !== 'cell' || !isOfficialForm(report.form)) return report
  const spec = specOf(report.form, target.cell)
  const key = cellKey(target.cell)
  const cells = report.cells.map((cell) =>
    spec && cellKey(cell) === key ? toCell(spec, to, cell.at, false) : cell,
  )
  return { ...report, cells }
}
