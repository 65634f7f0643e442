import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type AnnualReport, cellKey, partText, type Target } from '@gongkai/report'
import { type Actor, type Platform, today } from '../context.js'
import { corrected } from '../files/write-file.js'
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
import { tellDrafters } from './tell.js'
import { type NoVersion, versionOf } from './versions.js'
import { standsAt } from './waivers.js'

export type ReturnReport = ReportRef & {
  /** Why as a whole; may be empty where there are remarks. */
  readonly reason: string
  readonly remarks: readonly { readonly target: Target; readonly words: string }[]
}

export type ReturnRefusal =
  | StepRefusal
  | NoVersion
  | Refusal<'report.nothing-said' | 'remark.no-place'>

/** 退回: gives the report back to its drafters with what is to be put right, at the cell or the passage. */
export async function returnReport(
  platform: Platform,
  actor: Actor,
  command: ReturnReport,
): Promise<Result<ReportFile, ReturnRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'return', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const version = await versionOf(tx, report.id, report.submittedNo ?? 0)
    if (!version.ok) return version
    const reading = corrected(version.value.document)
    const said = remarksIn(command)
    if (said.length === 0) return NOTHING_SAID
    if (!said.every(({ target }) => isThere(reading, target))) return NO_PLACE
    const rows = said.map(({ target, words }, index) => ({
      ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), report_id: report.id },
      ...{ authority_id: report.authorityId, version_no: version.value.no, number: index + 1 },
      ...{ target: JSON.stringify(target), quote: quoteOf(reading, target), words },
      ...{ made_by: actor.personId, made_at: platform.now() },
    }))
    await tx.insertInto('report_remark').values(rows).execute()
    const after = await writeStep(tx, opened.value)
    const remark = command.reason.trim()
    await noteStep(tx, platform, actor, opened.value, { no: version.value.no, remark })
    record({
      as,
      name: 'reportReturned',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      ...(remark && { reason: remark }),
      detail: { no: version.value.no, remarks: rows.map(({ id, words }) => ({ id, words })) },
    })
    await tellDrafters(tx, actor, report, 'reportReturned', {
      reason: remark || '见逐条意见。',
      until: untilText(report.dueOn, today(platform)),
    })
    return ok(after)
  })
}

/** The reason stands in the thread as a remark on the whole. */
function remarksIn({ reason, remarks }: ReturnReport): ReturnReport['remarks'] {
  const whole = { target: { kind: 'report' } as const, words: reason }
  return [whole, ...remarks]
    .map(({ target, words }) => ({ target, words: words.trim() }))
    .filter(({ words }) => words !== '')
}

/** Whether the place that is meant is in the report. */
export function isThere(report: AnnualReport, target: Target): boolean {
  if (target.kind === 'report') return true
  if (target.kind === 'text') {
    const text = partText(report, target.part)
    return (
      text !== null && target.start >= 0 && target.start <= target.end && target.end <= text.length
    )
  }
  const keys = new Set(report.cells.map(cellKey))
  return target.cells.length > 0 && target.cells.every((cell) => keys.has(cellKey(cell)))
}

/** What stands there; null for the whole report. */
export function quoteOf(report: AnnualReport, target: Target): string | null {
  return target.kind === 'report' ? null : standsAt(report, target).value
}

const NOTHING_SAID = refuse('report.nothing-said', '请写明退回的理由，或至少提出一条修改意见。')
export const NO_PLACE = refuse(
  'remark.no-place',
  '意见所指的单元格或文字在报告中不存在。请重新选定后提交。',
)
