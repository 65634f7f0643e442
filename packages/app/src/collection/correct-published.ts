import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import { dayText } from '../notices/texts.js'
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
import { type DraftedRefusal, mustNotHaveDrafted } from './separation.js'
import { tellOfPublic } from './tell.js'
import { type NoVersion, sendVersion, versionHeads } from './versions.js'

export type CorrectPublished = ReportRef & { readonly reason: string }

export type CorrectRefusal =
  | StepRefusal
  | NoVersion
  | ErrorsOpen
  | DraftedRefusal
  | FileRefusal
  | Refusal<'report.reason-missing' | 'report.nothing-to-correct'>

/**
 * 更正公布: puts what was drafted since in the place of what is published, with the reason. The version before stays public beside
 * it. Not by who drafted any of it.
 */
export async function correctPublished(
  platform: Platform,
  actor: Actor,
  command: CorrectPublished,
  checker: Checker = HERE,
): Promise<Result<ReportFile, CorrectRefusal>> {
  const reason = command.reason.trim()
  const checked = await checkBefore(platform, actor, 'correct', command, checker)
  if (!checked.ok) return checked
  return transact<Result<ReportFile, CorrectRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'correct', command)
    if (!opened.ok) return opened
    if (reason === '') return NO_REASON
    const { as, report } = opened.value
    const passed = await passCheck(tx, platform, report, checked.value)
    if (!passed.ok) return passed
    const { version, check } = passed.value
    const { no } = version
    if (no === report.publishedNo) return NOTHING
    const heads = await versionHeads(tx, report.id)
    const drafted = heads.filter((one) => one.no > (report.publishedNo ?? 0))
    const separate = mustNotHaveDrafted(drafted, actor, as)
    if (!separate.ok) return separate
    const after = await writeStep(tx, opened.value, {
      submittedNo: no,
      acceptedNo: no,
      publishedNo: no,
    })
    const now = platform.now()
    await sendVersion(tx, report.id, version, { submitted_at: now, published_at: now, reason }, now)
    await noteStep(tx, platform, actor, opened.value, { no, remark: reason })
    record({
      as,
      name: 'publishedCorrected',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      reason,
      detail: { before: report.publishedNo, after: no, ...toldOf(check) },
    })
    const day = dayText(today(platform))
    await tellOfPublic(tx, actor, report, 'reportCorrected', { day, reason })
    return ok(after)
  })
}

/** What is taken back or put right in public says why. */
export const NO_REASON = refuse('report.reason-missing', '请写明理由；理由将随报告一并公开。')

const NOTHING = refuse(
  'report.nothing-to-correct',
  '没有起草更正内容。请先由政府信息公开联络员修改报告，再办理更正公布。',
)
