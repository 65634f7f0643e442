import { isSameFile, type SavedReport } from '@gongkai/report'

/**
 * The reports of `subordinates` that `report` sums up: those of its year, each file once. Null where there are none, and
 * where it is one of them itself: a subordinate body does not sum up the others.
 */
export function subordinatesOf(
  report: SavedReport,
  subordinates: readonly SavedReport[],
): readonly SavedReport[] | null {
  if (subordinates.some((one) => isSameFile(one, report))) return null
  const once = new Map(subordinates.map((one) => [one.sha256 ?? one, one]))
  const ofYear = [...once.values()].filter(
    ({ year }) => report.year === null || year === report.year,
  )
  return ofYear.length > 0 ? ofYear : null
}

/** What adding up needs of a report: its cells and their corrections. */
export function subordinateOf(report: SavedReport): SavedReport {
  return { ...report, trace: [], figures: [], residue: [], labels: [] }
}
