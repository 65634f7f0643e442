import type { FileRefusal, Pool } from '@gongkai/app/toolkit'
import type { SavedReport } from '@gongkai/report'
import { UsageError } from '../output/failures.js'
import { raiseExitCode, say } from '../output/print.js'
import { type FoundFile, findFiles } from './find-files.js'
import { forEachFile, type PoolOptions } from './run-pool.js'

/** A file that could not be read, and why. */
type RefusedFile = { readonly file: string; readonly refusal: FileRefusal }

export type ReadReports = {
  readonly reports: readonly { readonly file: FoundFile; readonly report: SavedReport }[]
  readonly refused: readonly RefusedFile[]
}

/**
 * Reads files and folders into memory, saved readings under the name of the file that they were first read from. What
 * cannot be read is said on stderr, raises the exit code to 2 and stops nothing.
 */
export async function readReports(
  named: readonly string[],
  options: PoolOptions,
): Promise<ReadReports> {
  const reports: { file: FoundFile; report: SavedReport }[] = []
  const refused: RefusedFile[] = []
  const read = (pool: Pool, file: FoundFile) => pool.readSaved(file)
  await forEachFile(await findFiles(named), options, read, (result, file) => {
    if (result.ok) reports.push({ file, report: result.value })
    else refused.push({ file: file.name, refusal: result.refusal })
  })
  for (const { file, refusal } of refused) say(`${file}：未能读取。${refusal.message}`)
  if (refused.length > 0) raiseExitCode(2)
  return { reports, refused }
}

/** The one report that a file holds; null, said on stderr, where it cannot be read. UsageError for a folder of many. */
export async function readOneReport(
  named: string,
  { debug = false }: Pick<PoolOptions, 'debug'>,
): Promise<SavedReport | null> {
  const { reports } = await readReports([named], { jobs: 1, debug })
  const [first, second] = reports
  if (second) throw new UsageError(`${named} 中有多份报告，这里只能给出一份。`)
  return first?.report ?? null
}
