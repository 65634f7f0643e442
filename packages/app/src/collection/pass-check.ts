import { ok, type Refusal, type Result } from '@gongkai/law'
import type { CellRef } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { CheckResult } from '../checks/check-report.js'
import type { Actor, Platform } from '../context.js'
import type { FileRefusal } from '../files/refusals.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type Checker, checkAside, type ToCheck, toCheck } from './check-aside.js'
import { type CheckedFinding, keepCheck, openErrors, type ReportCheck } from './findings.js'
import { openForStep, type ReportFile, type ReportRef, type StepRefusal } from './report-file.js'
import type { NoVersion, ReportVersion } from './versions.js'

/** What must be put right or let stand with a reason first. */
export type ErrorsOpen = Refusal<'report.errors-open'> & {
  readonly findings: readonly CheckedFinding[]
  readonly unread: readonly CellRef[]
}

/** A version with what was found in it just now. */
export type JustChecked = { readonly checked: ToCheck; readonly result: CheckResult }

/**
 * Checks what would go out with this step, while no transaction is open. Whoever takes the step opens the report once more at the same version of it: then it
 * is what was checked.
 */
export async function checkBefore(
  platform: Platform,
  actor: Actor,
  step: 'submit' | 'correct',
  ref: ReportRef,
  check: Checker,
): Promise<Result<JustChecked, StepRefusal | NoVersion | FileRefusal>> {
  // Nothing is done yet of what was asked for under the claim.
  const { claim: _, ...reading } = platform
  const opened = await transact<Result<ToCheck, StepRefusal | NoVersion>>(
    reading,
    actor,
    async ({ tx }) => {
      const open = await openForStep(tx, actor, step, ref)
      return open.ok ? toCheck(tx, platform, open.value.report) : open
    },
  )
  if (!opened.ok) return opened
  const result = await checkAside(opened.value, check, platform, actor)
  return result.ok ? ok({ checked: opened.value, result: result.value }) : result
}

/** The version that was checked, with the waivers that hold now; refused where errors stand open in it. */
export async function passCheck(
  tx: Transaction<Schema>,
  platform: Platform,
  report: ReportFile,
  { checked: { version }, result }: JustChecked,
): Promise<Result<{ version: ReportVersion; check: ReportCheck }, ErrorsOpen>> {
  const check = await keepCheck(tx, platform, report, version, result)
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
