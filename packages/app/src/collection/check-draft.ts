import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type ReportCheck, runCheck } from './findings.js'
import { NOTHING_YET } from './nothing-yet.js'
import { lockReport, type NotFound } from './report-file.js'
import { stepFrom } from './states.js'
import { latestVersion, type NoVersion } from './versions.js'

export type CheckDraftRefusal = RightRefusal | NotFound | NoVersion | Refusal<'report.wrong-state'>

/** 检查: holds the newest version against every rule and keeps what was found. It changes nothing of the report and is no event. */
export async function checkDraft(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Result<ReportCheck, CheckDraftRefusal>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'report', reportId)
    if (!allowed.ok) return allowed
    const report = await lockReport(tx, reportId)
    const row = stepFrom('save', report.state)
    if (!row.ok) return row
    const version = await latestVersion(tx, reportId)
    if (!version) return NOTHING_YET
    return ok(await runCheck(tx, platform, report, version))
  })
}
