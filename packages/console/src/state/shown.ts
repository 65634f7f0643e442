import { applyCorrections, type Corrected, type SavedReport } from '@gongkai/report'

const made = new WeakMap<SavedReport, Corrected>()

/** The report with its corrections; made once for each reading. */
export function shownReport(saved: SavedReport): Corrected['report'] {
  return corrected(saved).report
}

/** The corrections of `saved` that do not fit its reading, with the reason. */
export function rejectedCorrections(saved: SavedReport): Corrected['rejected'] {
  return corrected(saved).rejected
}

function corrected(saved: SavedReport): Corrected {
  const known = made.get(saved) ?? applyCorrections(saved, saved.corrections ?? [])
  made.set(saved, known)
  return known
}
