import type { Severity } from '@gongkai/law'
import { type Finding, isOfficialForm, isWaived } from '@gongkai/report'
import type { ReadItem } from './item.js'
import { shownReport } from './shown.js'

/** What the overview says of one report. */
export type Summary = Readonly<Record<Severity, number>> & {
  readonly waived: number
  readonly unread: number
  /** `open`: errors or unread cells; `passed`: none of them, in one of the two forms; `other`: not such a report. */
  readonly verdict: 'open' | 'passed' | 'other'
}

/** Counts of what is found in a report as corrected; what was waived counts apart. */
export function summaryOf(item: ReadItem): Summary {
  const findings = activeFindings(item)
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const unread = shownReport(item.saved).cells.filter(({ state }) => state === 'unread').length
  const error = count('error')
  const isClean = error === 0 && unread === 0
  return {
    error,
    warning: count('warning'),
    note: count('note'),
    waived: item.check.findings.length - findings.length,
    unread,
    verdict: !isOfficialForm(item.saved.form) ? 'other' : isClean ? 'passed' : 'open',
  }
}

/** The findings that nobody has waived. */
export function activeFindings({ saved, check }: ReadItem): readonly Finding[] {
  return check.findings.filter((finding) => !isWaived(finding, saved.waivers ?? []))
}
