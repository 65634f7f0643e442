import {
  type ReportFormat,
  type WriteRefusal,
  type WrittenFile,
  writeReport,
} from '@gongkai/documents'
import type { Result } from '@gongkai/law'
import { applyCorrections, type SavedReport } from '@gongkai/report'

/**
 * Writes a report as a file. JSON keeps the reading and the corrections apart; every other format prints what stands
 * after the corrections.
 */
export async function writeFile(
  saved: SavedReport,
  to: ReportFormat,
): Promise<Result<WrittenFile, WriteRefusal>> {
  return writeReport(to === 'json' ? saved : corrected(saved), to)
}

/** The report with a person's corrections applied; those that do not fit any more are left out. */
export function corrected(saved: SavedReport): SavedReport {
  const { corrections = [], waivers: _, ...reading } = saved
  const { file, sha256, mediaType } = saved
  return { ...applyCorrections(reading, corrections).report, file, sha256, mediaType }
}
