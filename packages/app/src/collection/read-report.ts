import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { type Named, reportPeople } from './course.js'
import { type ReportCheck, storedCheck } from './findings.js'
import { isInside, publicVersion } from './inside.js'
import { openSteps } from './open-steps.js'
import { type ReviewRemark, remarksOf } from './remarks.js'
import { findReport, type NotFound, type ReportFile } from './report-file.js'
import type { Step } from './states.js'
import { latestVersion, type NoVersion, type ReportVersion, versionOf } from './versions.js'
import { type ReportWaiver, waiversOf } from './waivers.js'

export type ReadReport = {
  readonly reportId: string
  /** A version by its number; the newest that may be read where none is named. */
  readonly no?: number
}

/** A report as who asks may see it: those above no draft, all others what is published, as everybody gets it. */
export type ReportView = {
  readonly report: ReportFile
  readonly version: ReportVersion | null
  /** What was found in this version. */
  readonly check: ReportCheck | null
  /** Also those that do not hold any more. */
  readonly waivers: readonly ReportWaiver[]
  readonly remarks: readonly ReviewRemark[]
  /** The names of those who did on it what may be read here. */
  readonly people: readonly Named[]
  /** What who asks may do to it now. */
  readonly steps: readonly Step[]
}

/** A report with one of its versions, and all that was found and said. */
export async function readReport(
  platform: Platform,
  actor: Actor | null,
  { reportId, no }: ReadReport,
): Promise<Result<ReportView, NotFound | NoVersion>> {
  return transact(platform, actor, async ({ tx }) => {
    const report = await findReport(tx, reportId)
    if (!report.ok) return report
    const found =
      no === undefined ? ok(await latestVersion(tx, reportId)) : await versionOf(tx, reportId, no)
    if (!found.ok) return found
    const isPublic = !(await isInside(tx, report.value.authorityId))
    const version = found.value && isPublic ? publicVersion(found.value, report.value) : found.value
    const check = version && (await storedCheck(tx, platform, reportId, version.no))
    const waivers = await waiversOf(tx, reportId)
    const remarks = await remarksOf(tx, reportId)
    const steps = actor ? await openSteps(tx, actor, report.value) : []
    const people = actor ? await reportPeople(tx, reportId) : []
    return ok({ report: report.value, version, check, waivers, remarks, people, steps })
  })
}
