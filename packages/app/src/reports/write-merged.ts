import { createHash } from 'node:crypto'
import {
  type ReportFormat,
  type WriteRefusal,
  type WrittenFile,
  writeReport,
} from '@gongkai/documents'
import type { Result } from '@gongkai/law'
import type { AnnualReport, SavedReport } from '@gongkai/report'
import type { MergedFiles } from './merge-files.js'

/**
 * The sums as a file that can be read, checked and written like any report: cells, no text. JSON also says for every
 * cell what each body gave, what was not added, and the differences to the parent report. `file` names the result.
 */
export async function writeMerged(
  merged: MergedFiles,
  file: string,
  to: ReportFormat,
): Promise<Result<WrittenFile, WriteRefusal>> {
  const report = toReport(merged, file)
  if (to !== 'json') return writeReport(report, to)
  const { cells, form: _, year: __, ...merge } = merged
  const detailed = { ...report, cells, merge }
  return writeReport(detailed, to)
}

/** Its digest is that of the digests of the files added up. */
function toReport(merged: MergedFiles, file: string): SavedReport {
  const { form, year, cells, notAdded, notes, reports } = merged
  const digests = reports.map(({ sha256 }) => sha256).join('\n')
  return {
    ...{ file, sha256: createHash('sha256').update(digests).digest('hex') },
    ...{ mediaType: 'application/json', form, year, ...NO_TEXT },
    cells: cells.map(({ sources: _, ...cell }) => cell),
    problems: [
      ...notAdded.map(({ name, reason }) => problem('merge.not-added', `${name}：${reason}`)),
      ...notes.map(({ message }) => problem('merge.note', message)),
    ],
  }
}

const NO_TEXT = {
  ...{ title: null, authority: null, intro: '', sections: [] },
  ...{ signature: null, signedOn: null, publishedOn: null },
  ...{ figures: [], labels: [], residue: [], trace: [] },
} as const satisfies Partial<AnnualReport>

function problem(code: string, message: string) {
  return { code, at: null, message }
}
