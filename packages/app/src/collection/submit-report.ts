import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import { transact } from '../storage/transact.js'
import { type Checker, HERE } from './check-aside.js'
import { noteStep } from './course.js'
import { checkBefore, type ErrorsOpen, passCheck, toldOf } from './pass-check.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { tellCollector } from './tell.js'
import { type NoVersion, sendVersion } from './versions.js'

export type SubmitRefusal = StepRefusal | NoVersion | ErrorsOpen | FileRefusal

/** 报送: hands the newest version in, checked once more. It is frozen. Refused while errors stand open, with all of them. */
export async function submitReport(
  platform: Platform,
  actor: Actor,
  command: ReportRef,
  checker: Checker = HERE,
): Promise<Result<ReportFile, SubmitRefusal>> {
  const checked = await checkBefore(platform, actor, 'submit', command, checker)
  if (!checked.ok) return checked
  return transact<Result<ReportFile, SubmitRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'submit', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const passed = await passCheck(tx, platform, report, checked.value)
    if (!passed.ok) return passed
    const { version, check } = passed.value
    const after = await writeStep(tx, opened.value, { submittedNo: version.no })
    await sendVersion(tx, report.id, version, { submitted_at: platform.now() }, platform.now())
    await noteStep(tx, platform, actor, opened.value, { no: version.no })
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
