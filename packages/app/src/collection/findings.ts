import {
  type CellRef,
  type Finding,
  type NotAssessable,
  type RejectedCorrection,
  refOf,
} from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { CheckResult } from '../checks/check-report.js'
import type { Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import { citedBy } from '../overlays/cited.js'
import { readLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import type { ReportFile } from './report-file.js'
import type { ReportVersion } from './versions.js'
import {
  DUE_DATE_RULES,
  keyText,
  type ReportWaiver,
  type WaiverKey,
  waiverKey,
  waiversOf,
} from './waivers.js'

/** A finding, by what a waiver of it would hold, and that waiver; null where it stands open. */
export type CheckedFinding = Finding & {
  readonly key: WaiverKey
  readonly waiver: ReportWaiver | null
}

/** What the check of one version found, whatever was waived. */
type StoredCheck = {
  readonly versionNo: number
  readonly ruleset: string
  readonly checkedAt: Date
  readonly findings: readonly (Finding & { readonly key: WaiverKey })[]
  readonly notAssessable: readonly NotAssessable[]
  readonly rejected: readonly RejectedCorrection[]
  /** Cells that nobody has read yet: never zero, and never passed. */
  readonly unread: readonly CellRef[]
}

/** The same with the waivers that hold. */
export type ReportCheck = Omit<StoredCheck, 'findings'> & {
  readonly findings: readonly CheckedFinding[]
}

/** Keeps what was found in a version with it; returns it with the waivers that hold. */
export async function keepCheck(
  tx: Transaction<Schema>,
  platform: Platform,
  report: ReportFile,
  { document, no }: ReportVersion,
  result: CheckResult,
): Promise<ReportCheck> {
  const reading = corrected(document)
  const { ruleset, notAssessable, rejected } = result
  const stored: StoredCheck = {
    ...{ versionNo: no, ruleset, checkedAt: platform.now(), notAssessable, rejected },
    findings: result.findings.map((one) => ({ ...one, key: waiverKey(reading, one) })),
    unread: reading.cells.filter(({ state }) => state === 'unread').map(refOf),
  }
  const check = await asTold(tx, platform, report.id, stored)
  await store(tx, platform, report, stored)
  await storeCounts(tx, platform, report, check)
  return check
}

/** What was found when this version was last checked; null where it never was, or may not be read. */
export async function storedCheck(
  tx: Transaction<Schema>,
  platform: Platform,
  reportId: string,
  no: number,
): Promise<ReportCheck | null> {
  const row = await tx
    .selectFrom('report_finding')
    .select('result')
    .where('report_id', '=', reportId)
    .where('version_no', '=', no)
    .executeTakeFirst()
  if (!row) return null
  const { checkedAt, ...rest } = row.result as Omit<StoredCheck, 'checkedAt'> & {
    readonly checkedAt: string
  }
  return asTold(tx, platform, reportId, { ...rest, checkedAt: new Date(checkedAt) })
}

/** What keeps a report from being handed in: errors that were not waived, and cells that nobody has read. */
export function openErrors({ findings, unread }: ReportCheck) {
  const isOpen = ({ rule, severity, waiver }: CheckedFinding) =>
    severity === 'error' && waiver === null && !DUE_DATE_RULES.includes(rule)
  return { findings: findings.filter(isOpen), unread }
}

/** Keeps how much stands open, for the board. */
export async function storeCounts(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  { id, authorityId }: ReportFile,
  check: ReportCheck,
): Promise<void> {
  const open = openErrors(check)
  const columns = {
    ...{ authority_id: authorityId, version_no: check.versionNo, ruleset: check.ruleset },
    checked_at: check.checkedAt,
    open_errors: open.findings.length + open.unread.length,
    open_findings: check.findings.filter(({ waiver }) => waiver === null).length,
  }
  await tx
    .insertInto('report_check')
    .values({ tenant_id: tenantId, report_id: id, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id']).doUpdateSet(columns))
    .execute()
}

async function store(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  { id, authorityId }: ReportFile,
  stored: StoredCheck,
): Promise<void> {
  const key = { tenant_id: tenantId, report_id: id, version_no: stored.versionNo }
  const result = JSON.stringify(stored)
  await tx
    .insertInto('report_finding')
    .values({ ...key, authority_id: authorityId, result })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'report_id', 'version_no']).doUpdateSet({ result }),
    )
    .execute()
}

/** What was found, with the waivers that hold and the provisions as they are cited now. */
async function asTold(
  tx: Transaction<Schema>,
  platform: Platform,
  reportId: string,
  stored: StoredCheck,
): Promise<ReportCheck> {
  const waivers = await waiversOf(tx, reportId)
  const { citations } = await readLaw(tx, platform)
  const byKey = new Map(waivers.map((waiver) => [keyText(waiver), waiver]))
  const findings = stored.findings.map((one) => {
    return { ...citedBy(citations, one), waiver: byKey.get(keyText(one.key)) ?? null }
  })
  return { ...stored, findings }
}
