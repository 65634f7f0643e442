import { type LocalDate, localDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../context.js'
import { dayText } from '../notices/texts.js'
import { transact } from '../storage/transact.js'
import { noteStep } from './course.js'
import { daysLate } from './days-late.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { tellOfPublic } from './tell.js'
import { type NoVersion, sendVersion, versionOf } from './versions.js'

export type PublishReport = ReportRef & {
  /** The day on which the report really was published. */
  readonly publishedOn: LocalDate
}

export type PublishRefusal = StepRefusal | NoVersion | Refusal<'report.day-wrong'>

/** 公布: from now on everybody reads the accepted version. A day after the due date is told as it is. */
export async function publishReport(
  platform: Platform,
  actor: Actor,
  command: PublishReport,
): Promise<Result<ReportFile, PublishRefusal>> {
  const { publishedOn } = command
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'publish', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    if (publishedOn > today(platform) || publishedOn <= localDate(`${report.reportYear}-12-31`))
      return DAY_WRONG
    const version = await versionOf(tx, report.id, report.acceptedNo ?? 0)
    if (!version.ok) return version
    const { no } = version.value
    const after = await writeStep(tx, opened.value, { publishedNo: no, publishedOn })
    await sendVersion(
      tx,
      report.id,
      version.value,
      { published_at: platform.now() },
      platform.now(),
    )
    await noteStep(tx, platform, actor, opened.value, { no, publishedOn })
    record({
      as,
      name: 'reportPublished',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: {
        no,
        publishedOn,
        dueOn: report.dueOn,
        daysLate: daysLate(report.dueOn, publishedOn),
      },
    })
    await tellOfPublic(tx, actor, report, 'reportPublished', { day: dayText(publishedOn) })
    return ok(after)
  })
}

const DAY_WRONG = refuse(
  'report.day-wrong',
  '公布日期应在报告年度结束之后，且不晚于今天。请填写实际公布的日期。',
)
