import { ok, type Refusal, type Result } from '@gongkai/law'
import type { CheckResult } from '../checks/check-report.js'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type Checker, checkAside, HERE, type ToCheck, toCheck } from './check-aside.js'
import { keepCheck, type ReportCheck } from './findings.js'
import { lockReport, type NotFound } from './report-file.js'
import { stepFrom } from './states.js'
import type { NoVersion } from './versions.js'

export type CheckDraftRefusal =
  | RightRefusal
  | NotFound
  | NoVersion
  | Refusal<'report.wrong-state'>
  | FileRefusal

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
    const result = await checkAside(opened.value, check, platform, actor)
    if (!result.ok) return result
    const kept = await keepDraftCheck(platform, actor, opened.value, result.value)
    if (kept.value !== null) return ok(kept.value)
  }
}

async function openDraft(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Result<ToCheck, CheckDraftRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'report', reportId)
    if (!allowed.ok) return allowed
    const report = await lockReport(tx, reportId)
    const row = stepFrom('save', report.state)
    return row.ok ? toCheck(tx, platform, report) : row
  })
}

/** Null where it is no longer what was checked. */
async function keepDraftCheck(
  platform: Platform,
  actor: Actor,
  { report: { id, version: checkedAt }, version }: ToCheck,
  result: CheckResult,
) {
  return transact(platform, actor, async ({ tx }) => {
    const report = await lockReport(tx, id)
    if (report.version !== checkedAt) return ok(null)
    return ok(await keepCheck(tx, platform, report, version, result))
  })
}
