import { ok, type Result } from '@gongkai/law'
import type { Binding, SavedReport } from '@gongkai/report'
import type { Actor, Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { type FitRefusal, fitDocument } from './fit-document.js'
import {
  formOf,
  openForStep,
  type ReportFile,
  type ReportRef,
  type StepRefusal,
  writeStep,
} from './report-file.js'
import { latestVersion, sendVersion, writeVersion } from './versions.js'
import { whatChanged } from './what-changed.js'

export type SaveDraft = ReportRef & { readonly document: SavedReport }

/** The report after it, and the figures of its text that were bound to a cell and are not any more, because they do not print it. */
export type SavedDraft = ReportFile & { readonly unbound: readonly Binding[] }

export type SaveRefusal = StepRefusal | FitRefusal

/** So long after the last save, what is saved next is another sitting: what the one before came to stays, to be compared and restored. */
const SESSION_MS = 3_600_000

/**
 * 保存: writes the working version, which opens after whatever was frozen last. However often it is saved in one sitting, it is one version
 * until it is handed in.
 */
export async function saveDraft(
  platform: Platform,
  actor: Actor,
  command: SaveDraft,
): Promise<Result<SavedDraft, SaveRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'save', command)
    if (!opened.ok) return opened
    const { as, report } = opened.value
    const { reportYear } = report
    const fit = fitDocument({ reportYear, form: await formOf(tx, report) }, command.document)
    if (!fit.ok) return fit
    const last = await latestVersion(tx, report.id)
    const now = platform.now()
    if (last?.frozenAt === null && now.getTime() - last.savedAt.getTime() > SESSION_MS) {
      await sendVersion(tx, report.id, last, {}, now)
    }
    const version = { report, as, origin: { kind: 'edited' }, document: fit.value } as const
    const no = await writeVersion(tx, platform, actor, version, { freeze: false })
    const after = await writeStep(tx, opened.value)
    record({
      as,
      name: 'draftSaved',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: {
        ...{ no, version: after.version },
        ...whatChanged(last?.document ?? null, fit.value),
      },
    })
    const kept = new Set(fit.value.bindings)
    const unbound = (command.document.bindings ?? []).filter((one) => !kept.has(one))
    return ok({ ...after, unbound })
  })
}
