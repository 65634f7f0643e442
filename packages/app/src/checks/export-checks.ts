import { writeFindings, writeOverview } from '@gongkai/documents'
import type { Severity } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { CheckResult } from './check-report.js'

/** What a list prints of a check. */
export type ListedCheck = Pick<CheckResult, 'file' | 'findings' | 'notAssessable'>

/** What became of one file: read and checked, or refused. */
export type CheckedFile =
  | { readonly ok: true; readonly report: SavedReport; readonly result: ListedCheck }
  | {
      readonly ok: false
      readonly file: string
      readonly refusal: { readonly message: string }
    }

/** The findings of any number of files as a workbook or a page to print. */
export async function exportFindings(
  results: readonly ListedCheck[],
  to: 'xlsx' | 'html',
): Promise<Uint8Array> {
  return writeFindings(results, to)
}

/** All files in one workbook: a row each, also for those that could not be read, and the figures of each form. */
export async function exportOverview(files: readonly CheckedFile[]): Promise<Uint8Array> {
  return writeOverview(files.map(overviewRow))
}

const UNREAD = { title: null, authority: null, year: null, form: null, cells: [] } as const
const NO_COUNTS = { errors: 0, warnings: 0, notes: 0, unread: 0, problems: 0 } as const

function overviewRow(checked: CheckedFile) {
  if (!checked.ok) {
    const { file, refusal } = checked
    return { file, ...UNREAD, ...NO_COUNTS, refusal: refusal.message }
  }
  const { report, result } = checked
  const { file, title, authority, year, form, cells, problems } = report
  const count = (severity: Severity) =>
    result.findings.filter((finding) => finding.severity === severity).length
  return {
    ...{ file, title, authority, year, form, cells, refusal: null },
    ...{ errors: count('error'), warnings: count('warning'), notes: count('note') },
    unread: cells.filter(({ state }) => state === 'unread').length,
    problems: problems.length,
  }
}
