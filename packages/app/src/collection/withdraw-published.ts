import { ok, type Refusal, type Result } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { dayText } from '../notices/texts.js'
import { transact } from '../storage/transact.js'
import { NO_REASON } from './correct-published.js'
import { noteStep } from './course.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { tellOfPublic } from './tell.js'

export type WithdrawPublished = ReportRef & { readonly reason: string }

export type WithdrawRefusal = StepRefusal | Refusal<'report.reason-missing'>

/** 撤回: takes every published version back. That there was a report, when it was withdrawn and why stays public. */
export async function withdrawPublished(
  platform: Platform,
  actor: Actor,
  command: WithdrawPublished,
): Promise<Result<ReportFile, WithdrawRefusal>> {
  const reason = command.reason.trim()
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'withdraw', command)
    if (!opened.ok) return opened
    if (reason === '') return NO_REASON
    const { as, report } = opened.value
    const withdrawn = { on: today(platform), reason }
    const after = await writeStep(tx, opened.value, { withdrawn })
    await tx
      .updateTable('report_version')
      .set({ withdrawn_at: platform.now() })
      .where('report_id', '=', report.id)
      .where('published_at', 'is not', null)
      .execute()
    await noteStep(tx, platform, actor, opened.value, { no: report.publishedNo, remark: reason })
    record({
      as,
      name: 'publishedWithdrawn',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      reason,
      detail: { no: report.publishedNo, publishedOn: report.publishedOn },
    })
    const day = dayText(withdrawn.on)
    await tellOfPublic(tx, actor, report, 'reportWithdrawn', { day, reason })
    return ok(after)
  })
}
