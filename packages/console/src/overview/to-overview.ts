import type { SavedReport } from '@gongkai/report'
import { asContext, type Failure, type FileCheck, type Item, isRead } from '../state/item.js'
import { shownReport } from '../state/shown.js'
import { activeFindings } from '../state/summary.js'

type OverviewFile =
  | { readonly ok: true; readonly report: SavedReport; readonly result: FileCheck }
  | { readonly ok: false; readonly file: string; readonly refusal: Failure }

/** What the API makes the workbook of all files from: reports as corrected, without what was waived. */
export function toOverview(items: readonly Item[]) {
  const files = items.flatMap((item): OverviewFile[] => {
    if (isRead(item)) {
      const { file, sha256, mediaType } = item.saved
      const report = asContext({ ...shownReport(item.saved), file, sha256, mediaType })
      const result = { ...item.check, findings: activeFindings(item) }
      return [{ ok: true, report, result }]
    }
    return item.failure ? [{ ok: false, file: item.name, refusal: item.failure }] : []
  })
  return { files }
}
