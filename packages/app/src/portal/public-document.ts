import type { LocalDate } from '@gongkai/law'
import { printedDate, type SavedReport } from '@gongkai/report'
import { corrected } from '../files/write-file.js'

/**
 * A published version as everybody gets it: what stands after the corrections, without the notes and reasons of those who worked on it,
 * without what the source held beside the report, without what binds its text to its cells, and under a name of ours, with the day on
 * which it was published. The digest of the source stays, where there was one. What was doubtful in the reading quotes the
 * source: it is told only where a cell is unread to this day.
 */
export function publicDocument(
  saved: SavedReport,
  { name, publishedOn }: { readonly name: string; readonly publishedOn: LocalDate | null },
): SavedReport {
  const { problems, bindings: _, ...report } = corrected(saved)
  const isUnread = report.cells.some(({ state }) => state === 'unread')
  const signedOn = printedDate(report.signature ?? '')?.date ?? report.signedOn
  return {
    ...{ ...report, file: name, signedOn, publishedOn: publishedOn ?? report.publishedOn },
    ...{ problems: isUnread ? problems : [], residue: [] },
  }
}
