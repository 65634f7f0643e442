import { ok, type Result } from '@gongkai/law'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import {
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { latestVersion, type NoVersion, sendVersion, versionOf, writeVersion } from './versions.js'

export type RestoreVersion = ReportRef & { readonly no: number }

/** 恢复: an earlier version becomes the working one; what was worked on until now stays as a version before it. */
export async function restoreVersion(
  platform: Platform,
  actor: Actor,
  command: RestoreVersion,
): Promise<Result<ReportFile, StepRefusal | NoVersion>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'save', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const earlier = await versionOf(tx, report.id, command.no)
    if (!earlier.ok) return earlier
    const last = await latestVersion(tx, report.id)
    if (last?.frozenAt === null) await sendVersion(tx, report.id, last, {}, platform.now())
    const origin = { kind: 'restored', from: command.no } as const
    const version = { report, as, origin, document: earlier.value.document }
    const no = await writeVersion(tx, platform, actor, version, { freeze: false })
    const after = await writeStep(tx, opened.value)
    record({
      as,
      name: 'versionRestored',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: { no, from: command.no },
    })
    return ok(after)
  })
}
