import { ok, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { untilText } from '../notices/texts.js'
import { transact } from '../storage/transact.js'
import { noteStep } from './course.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { type DraftedRefusal, mustNotHaveDrafted } from './separation.js'
import { tellDrafters } from './tell.js'
import { versionHeads } from './versions.js'

/** 接收: the report may be published as it was handed in. Not by anybody who drafted it. */
export async function acceptReport(
  platform: Platform,
  actor: Actor,
  command: ReportRef,
): Promise<Result<ReportFile, StepRefusal | DraftedRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'accept', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const separate = mustNotHaveDrafted(await versionHeads(tx, report.id), actor, as)
    if (!separate.ok) return separate
    const after = await writeStep(tx, opened.value, { acceptedNo: report.submittedNo })
    await noteStep(tx, platform, actor, opened.value, { no: report.submittedNo })
    record({
      as,
      name: 'reportAccepted',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: { no: report.submittedNo },
    })
    const until = untilText(report.dueOn, today(platform))
    await tellDrafters(tx, actor, report, 'reportAccepted', { until })
    return ok(after)
  })
}
