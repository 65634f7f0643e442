import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { isInside, publicHead } from './inside.js'
import { findReport, type NotFound } from './report-file.js'
import { type VersionHead, versionHeads } from './versions.js'

/** The versions of a report that may be read, newest first: nobody sees what is published. */
export async function listVersions(
  platform: Platform,
  actor: Actor | null,
  reportId: string,
): Promise<Result<readonly VersionHead[], NotFound>> {
  return transact(platform, actor, async ({ tx }) => {
    const found = await findReport(tx, reportId)
    if (!found.ok) return found
    const heads = await versionHeads(tx, reportId)
    return ok((await isInside(tx, found.value.authorityId)) ? heads : heads.map(publicHead))
  })
}
