import { localDate } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { acceptReport } from '../../src/collection/accept-report.js'
import { publishReport } from '../../src/collection/publish-report.js'
import type { ReportFile } from '../../src/collection/report-file.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { type County, granted, refOf } from '../collection/support.js'

/** Has the officer of the finance bureau start and save this report. */
export async function drafted(
  { platform, people, files }: County,
  reportId: string,
  document: SavedReport,
): Promise<ReportFile> {
  const blank = { reportId, version: 1, from: { kind: 'blank' } } as const
  const started = granted(await startReport(platform, people.officer, blank, files))
  return granted(await saveDraft(platform, people.officer, { ...refOf(started), document }))
}

/** The same on its way to everybody, published on 5 January. */
export async function published(county: County, draft: ReportFile): Promise<ReportFile> {
  const { platform, people } = county
  const handedIn = granted(await submitReport(platform, people.officer, refOf(draft)))
  const accepted = granted(await acceptReport(platform, people.supervisor, refOf(handedIn)))
  const publishedOn = localDate('2026-01-05')
  return granted(await publishReport(platform, people.officer, { ...refOf(accepted), publishedOn }))
}
