import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { transact } from '../storage/transact.js'
import { noteStep } from './course.js'
import {
  type Opened,
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { tellDrafters } from './tell.js'

export type CloseReport = ReportRef & {
  readonly reason: string
  /** The document by which the authority ended, or its duties went over. */
  readonly basis: string
}

export type CloseRefusal =
  | StepRefusal
  | Refusal<'report.authority-exists' | 'report.closing-reason-missing'>

/**
 * 不再编制: ends the duty of a dissolved authority to report on a year, with the reason and its ground: what it did is told by whoever took over its
 * duties. It counts as neither late nor published. An authority that exists reports (Article 49 of the Regulations).
 */
export async function closeReport(
  platform: Platform,
  actor: Actor,
  command: CloseReport,
): Promise<Result<ReportFile, CloseRefusal>> {
  const [reason, basis] = [command.reason.trim(), command.basis.trim()]
  return transact<Result<ReportFile, CloseRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'close', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    if (report.dissolvedOn === null) return EXISTS
    if (reason === '' || basis === '') return NO_REASON
    const closed = { on: today(platform), reason, basis }
    const after = await writeStep(tx, opened.value, { closed })
    const { submittedNo: no } = report
    await noteStep(tx, platform, actor, opened.value, { no, remark: `${reason}（依据：${basis}）` })
    record({
      as,
      name: 'reportClosed',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      reason,
      detail: { basis, before: report.state, no },
    })
    await tellDrafters(tx, actor, report, 'reportClosed', { reason })
    return ok(after)
  })
}

export type ReopenReport = ReportRef & { readonly reason: string }

/** 恢复编制: takes the end of the duty back; the report goes on where it stopped. */
export async function reopenReport(
  platform: Platform,
  actor: Actor,
  command: ReopenReport,
): Promise<Result<ReportFile, StepRefusal | Refusal<'report.closing-reason-missing'>>> {
  const reason = command.reason.trim()
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'reopen', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    if (reason === '') return NO_REASON
    const { submittedNo: no, closedFrom } = report
    const { row } = opened.value
    const again: Opened = { ...opened.value, row: { ...row, to: closedFrom ?? row.to } }
    const after = await writeStep(tx, again)
    await noteStep(tx, platform, actor, again, { no, remark: reason })
    record({
      as,
      name: 'reportReopened',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      reason,
      detail: { basis: report.closedBasis, after: after.state, no },
    })
    await tellDrafters(tx, actor, report, 'reportReopened', { reason })
    return ok(after)
  })
}

const EXISTS = refuse(
  'report.authority-exists',
  '该机关没有撤销，应当依法编制、公布年度报告（《条例》第四十九条）。请先在机关登记中登记合并、分设或者撤销。',
)
const NO_REASON = refuse(
  'report.closing-reason-missing',
  '请写明理由和依据的文件，如：机构撤销，职责划转后由承接机关一并报告。',
)
