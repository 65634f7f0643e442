import type { AnnualReport, PartKey } from '../reading/annual-report.js'
import { partText } from '../reading/annual-report.js'
import { placeOf, type Target } from '../reading/finding.js'
import type { Place } from '../reading/place.js'

export const REPORT: Target = { kind: 'report' }

/** The whole of a part; the report where it has no such text. */
export function wholePart(report: AnnualReport, part: PartKey): Target {
  const text = partText(report, part)
  return text ? stretch(part, 0, text.length) : REPORT
}

/** The characters `start` to `end` of a part. */
export function stretch(part: PartKey, start: number, end: number): Target {
  return { kind: 'text', part, start, end }
}

/** Where a part begins in the source, to look near it. */
export function placeOfPart(report: AnnualReport, part: PartKey): Place | null {
  return placeOf(report, wholePart(report, part))
}

/** Where the last text of the report stands. */
export function lastPlace(report: AnnualReport): Place | null {
  return report.trace.at(-1)?.at ?? null
}
