import { ok, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import type { Transaction } from 'kysely'
import { type CheckOptions, type CheckResult, checkReport } from '../checks/check-report.js'
import { type SharedSiblings, siblingsIn } from '../checks/shared-siblings.js'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { Schema } from '../storage/schema.js'
import { heldAgainst } from './held-against.js'
import { NOTHING_YET } from './nothing-yet.js'
import type { ReportFile } from './report-file.js'
import { sharedSiblings, siblingStamp } from './siblings-of.js'
import { latestVersion, type NoVersion, type ReportVersion } from './versions.js'

/** Checks a report: here, or in a converter, which may take too long. */
export type Checker = (
  document: SavedReport,
  against: CheckOptions,
  siblings: SharedSiblings,
) => Promise<Result<CheckResult, FileRefusal>>

/** In this thread, which does nothing else meanwhile. */
export const HERE: Checker = async (document, against, siblings) =>
  ok(checkReport(document, { ...against, siblings: siblingsIn(siblings) }))

/** A version that is to be checked, and all that it is held against but the siblings, which are only named. */
export type ToCheck = {
  readonly report: ReportFile
  readonly version: ReportVersion
  readonly against: CheckOptions
  /** Of the reports that were handed in beside it. */
  readonly stamp: string | null
}

/** The newest version of a report, to be checked when no transaction is open any more. */
export async function toCheck(
  tx: Transaction<Schema>,
  platform: Platform,
  report: ReportFile,
): Promise<Result<ToCheck, NoVersion>> {
  const version = await latestVersion(tx, report.id)
  if (!version) return NOTHING_YET
  const against = await heldAgainst(tx, platform, report)
  return ok({ report, version, against, stamp: await siblingStamp(tx, report.id) })
}

/** Checks it while no transaction is open: a county hands in a thousand reports, and holding one against them takes its time. */
export async function checkAside(
  { report, version, against, stamp }: ToCheck,
  check: Checker,
  platform: Platform,
  actor: Actor,
): Promise<Result<CheckResult, FileRefusal>> {
  const siblings = await sharedSiblings(report, stamp, platform, actor)
  return check(version.document, against, siblings)
}
