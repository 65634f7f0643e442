import { ok, type Refusal, type Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { type CheckOptions, type CheckResult, checkReport } from '../checks/check-report.js'
import { type SharedSiblings, siblingsIn } from '../checks/shared-siblings.js'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { heldAgainst, keepCheck, type ReportCheck } from './findings.js'
import { NOTHING_YET } from './nothing-yet.js'
import { lockReport, type NotFound, type ReportFile } from './report-file.js'
import { sharedSiblings, siblingStamp } from './siblings-of.js'
import { stepFrom } from './states.js'
import { latestVersion, type NoVersion, type ReportVersion } from './versions.js'

export type CheckDraftRefusal =
  | RightRefusal
  | NotFound
  | NoVersion
  | Refusal<'report.wrong-state'>
  | FileRefusal

/** Checks a report: here, or in a thread of its own, which may take too long. */
export type Checker = (
  document: SavedReport,
  against: CheckOptions,
  siblings: SharedSiblings,
) => Promise<Result<CheckResult, FileRefusal>>

const HERE: Checker = async (document, against, siblings) =>
  ok(checkReport(document, { ...against, siblings: siblingsIn(siblings) }))

/**
 * 检查: holds the newest version against every rule and keeps what was found. It changes nothing of the report and is no event. While it is
 * checked no transaction is open; what was saved meanwhile is checked anew.
 */
export async function checkDraft(
  platform: Platform,
  actor: Actor,
  reportId: string,
  check: Checker = HERE,
): Promise<Result<ReportCheck, CheckDraftRefusal>> {
  for (;;) {
    const opened = await openDraft(platform, actor, reportId)
    if (!opened.ok) return opened
    const { report, version, against, stamp } = opened.value
    const siblings = await sharedSiblings(platform, actor, report, stamp)
    const result = await check(version.document, against, siblings)
    if (!result.ok) return result
    const kept = await keepDraftCheck(platform, actor, opened.value, result.value)
    if (kept.value !== null) return ok(kept.value)
  }
}

type Opened = {
  readonly report: ReportFile
  readonly version: ReportVersion
  readonly against: CheckOptions
  /** Of the reports that were handed in beside it. */
  readonly stamp: string | null
}

async function openDraft(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Result<Opened, CheckDraftRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'report', reportId)
    if (!allowed.ok) return allowed
    const report = await lockReport(tx, reportId)
    const row = stepFrom('save', report.state)
    if (!row.ok) return row
    const version = await latestVersion(tx, reportId)
    if (!version) return NOTHING_YET
    const against = await heldAgainst(tx, report)
    return ok({ report, version, against, stamp: await siblingStamp(tx, reportId) })
  })
}

/** Null where it is no longer what was checked. */
async function keepDraftCheck(
  platform: Platform,
  actor: Actor,
  { report: { id, version: checkedAt }, version }: Opened,
  result: CheckResult,
) {
  return transact(platform, actor, async ({ tx }) => {
    const report = await lockReport(tx, id)
    if (report.version !== checkedAt) return ok(null)
    return ok(await keepCheck(tx, platform, report, version, result))
  })
}
