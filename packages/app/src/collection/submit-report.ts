import { ok, type Refusal, type Result } from '@gongkai/law'
import type { CellRef } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type CheckedFinding, openErrors, type ReportCheck, runCheck } from './findings.js'
import { NOTHING_YET } from './nothing-yet.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { tellCollector } from './tell.js'
import { latestVersion, type NoVersion, type ReportVersion, sendVersion } from './versions.js'

/** What must be put right or let stand with a reason first. */
export type ErrorsOpen = Refusal<'report.errors-open'> & {
  readonly findings: readonly CheckedFinding[]
  readonly unread: readonly CellRef[]
}

export type SubmitRefusal = StepRefusal | NoVersion | ErrorsOpen

/** 报送: hands the newest version in, checked once more. It is frozen. Refused while errors stand open, with all of them. */
export async function submitReport(
  platform: Platform,
  actor: Actor,
  command: ReportRef,
): Promise<Result<ReportFile, SubmitRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'submit', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const passed = await passCheck(tx, platform, report)
    if (!passed.ok) return passed
    const { version, check } = passed.value
    const after = await writeStep(tx, opened.value, { submittedNo: version.no })
    await sendVersion(tx, report.id, version, { submitted_at: platform.now() }, platform.now())
    record({
      as,
      name: 'reportSubmitted',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: { no: version.no, ...toldOf(check) },
    })
    await tellCollector(tx, actor, report, 'reportSubmitted', {})
    return ok(after)
  })
}

/** The newest version with its check; refused where errors stand open in it. */
export async function passCheck(
  tx: Transaction<Schema>,
  platform: Platform,
  report: ReportFile,
): Promise<Result<{ version: ReportVersion; check: ReportCheck }, NoVersion | ErrorsOpen>> {
  const version = await latestVersion(tx, report.id)
  if (!version) return NOTHING_YET
  const check = await runCheck(tx, platform, report, version)
  const { findings, unread } = openErrors(check)
  const count = findings.length + unread.length
  return count === 0 ? ok({ version, check }) : errorsOpen(count, findings, unread)
}

/** What the record says of the check under which a version went out. */
export function toldOf({ ruleset, findings }: ReportCheck) {
  const waived = findings.flatMap(({ rule, waiver }) =>
    waiver ? [{ rule, waiver: waiver.id }] : [],
  )
  return { ruleset, waived }
}

function errorsOpen(
  count: number,
  findings: ErrorsOpen['findings'],
  unread: ErrorsOpen['unread'],
): { readonly ok: false; readonly refusal: ErrorsOpen } {
  const message = `报告还有${count}处错误，不能报送。请逐处改正；确认无误的，请说明理由后保留。`
  return { ok: false, refusal: { code: 'report.errors-open', message, findings, unread } }
}
