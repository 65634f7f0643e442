import { ok, type Result } from '@gongkai/law'
import type { Comparison } from '@gongkai/report'
import type { Actor, Platform } from '../context.js'
import { compareFiles } from '../reports/compare-files.js'
import { transact } from '../storage/transact.js'
import { type NoVersion, versionOf } from './versions.js'

export type CompareVersions = {
  readonly reportId: string
  /** Numbers of two versions: what changed from the first to the second. */
  readonly from: number
  readonly to: number
}

/** What differs between two versions of a report that may be read. */
export async function compareVersions(
  platform: Platform,
  actor: Actor | null,
  { reportId, from, to }: CompareVersions,
): Promise<Result<Comparison, NoVersion>> {
  return transact(platform, actor, async ({ tx }) => {
    const a = await versionOf(tx, reportId, from)
    if (!a.ok) return a
    const b = await versionOf(tx, reportId, to)
    return b.ok ? ok(compareFiles(a.value.document, b.value.document)) : b
  })
}
