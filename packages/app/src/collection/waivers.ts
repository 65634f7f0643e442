import {
  type AnnualReport,
  cellKey,
  cellsByKey,
  type Finding,
  partText,
  type Target,
} from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** By what a waiver holds: the rule, the place, and what stands there. Where any of them is another, it does not hold. */
export type WaiverKey = { readonly rule: string; readonly place: string; readonly value: string }

/** A finding that was let stand, with the reason, and by whom. */
export type ReportWaiver = WaiverKey & {
  readonly id: string
  /** The version that it was given for. */
  readonly versionNo: number
  /** The finding in its own words. */
  readonly message: string
  readonly reason: string
  readonly waivedBy: string
  readonly waivedAt: Date
}

/** Rules of days that the law has fixed: nobody lets them stand, and they keep nobody from handing in late. */
export const DUE_DATE_RULES: readonly string[] = ['PUB-01']

/** By what a waiver of this finding would hold. Text is known by its words, not by where they begin: it may move. */
export function waiverKey(report: AnnualReport, { rule, target, message }: Finding): WaiverKey {
  if (target.kind === 'report') return { rule, place: 'report', value: message }
  return { rule, ...standsAt(report, target) }
}

/** The place of a target, and what stands there. */
export function standsAt(
  report: AnnualReport,
  target: Target,
): { readonly place: string; readonly value: string } {
  if (target.kind === 'report') return { place: 'report', value: '' }
  if (target.kind === 'text') {
    const text = partText(report, target.part) ?? ''
    return { place: target.part, value: text.slice(target.start, target.end) }
  }
  const cells = cellsByKey(report)
  const keys = target.cells.map(cellKey).toSorted()
  const values = keys.map((key) => cells.get(key)?.raw ?? null)
  return { place: keys.join('；'), value: JSON.stringify(values) }
}

/** One key as a text, to be looked up. */
export function keyText({ rule, place, value }: WaiverKey): string {
  return JSON.stringify([rule, place, value])
}

/** The waivers of a report that the actor may see, oldest first. */
export async function waiversOf(
  tx: Transaction<Schema>,
  reportId: string,
): Promise<readonly ReportWaiver[]> {
  const rows = await tx
    .selectFrom('report_waiver')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, rule: row.rule, place: row.place, value: row.value },
    ...{ versionNo: row.version_no, message: row.message, reason: row.reason },
    ...{ waivedBy: row.waived_by, waivedAt: row.waived_at },
  }))
}
