import { createHash } from 'node:crypto'
import {
  type ReportFormat,
  type WriteRefusal,
  type WrittenFile,
  writeReport,
} from '@gongkai/documents'
import type { Result } from '@gongkai/law'
import { mergedAnnualReport, type Problem, type SavedReport } from '@gongkai/report'
import { type Remark, remarkText } from './group-remarks.js'
import type { MergedFiles } from './merge-files.js'

/**
 * The sums as a file that can be read, checked and written like any report: cells and headings, no text. JSON also says for every
 * cell what each body gave, what was not added, and the differences to the parent report. `file` names the result.
 */
export async function writeMerged(
  merged: MergedFiles,
  file: string,
  to: ReportFormat,
): Promise<Result<WrittenFile, WriteRefusal>> {
  const report = toReport(merged, file)
  if (to !== 'json') return writeReport(report, to)
  const { cells, form: _, year: __, authority: ___, ...merge } = merged
  const detailed = { ...report, cells, merge }
  return writeReport(detailed, to)
}

/** Its digest is that of the digests of the files added up. */
function toReport(merged: MergedFiles, file: string): SavedReport {
  const { authority, notAdded, notes, reports } = merged
  const report = mergedAnnualReport(merged, authority)
  const digests = reports.map(({ sha256 }) => sha256).join('\n')
  return {
    ...{ file, sha256: createHash('sha256').update(digests).digest('hex') },
    ...{ mediaType: 'application/json', ...report },
    problems: [
      ...report.problems,
      ...notAdded.map((remark) => problem('merge.not-added', remark)),
      ...notes.map((remark) => problem('merge.note', remark)),
    ],
  }
}

function problem(code: string, remark: Remark): Problem {
  return { code, at: null, message: remarkText(remark) }
}
