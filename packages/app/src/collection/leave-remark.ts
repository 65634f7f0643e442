import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Target } from '@gongkai/report'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type ReviewRemark, toRemark } from './remarks.js'
import { openForStep, type ReportRef, type StepRefusal } from './report-file.js'
import { isThere, NO_PLACE, quoteOf } from './return-report.js'
import { tellDrafters } from './tell.js'
import { type NoVersion, versionOf } from './versions.js'

export type LeaveRemark = ReportRef & { readonly target: Target; readonly words: string }

export type RemarkRefusal =
  | StepRefusal
  | NoVersion
  | Refusal<'remark.words-missing' | 'remark.no-place'>

/** 提出意见: says something of a cell, a passage or the whole of what was handed in, without giving it back yet. */
export async function leaveRemark(
  platform: Platform,
  actor: Actor,
  command: LeaveRemark,
): Promise<Result<ReviewRemark, RemarkRefusal>> {
  const { target } = command
  const words = command.words.trim()
  return transact(platform, actor, async ({ tx, record }) => {
    const opened = await openForStep(tx, actor, 'return', command)
    if (!opened.ok) return opened
    if (words === '') return NO_WORDS
    const { as, report } = opened.value
    const version = await versionOf(tx, report.id, report.submittedNo ?? 0)
    if (!version.ok) return version
    const reading = corrected(version.value.document)
    if (!isThere(reading, target)) return NO_PLACE
    const row = await tx
      .insertInto('report_remark')
      .values({
        ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), report_id: report.id },
        ...{ authority_id: report.authorityId, version_no: version.value.no },
        ...{ target: JSON.stringify(target), quote: quoteOf(reading, target), words },
        ...{ made_by: actor.personId, made_at: platform.now() },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      as,
      name: 'remarkLeft',
      subject: { kind: 'report', id: report.id },
      authorityId: report.authorityId,
      detail: { no: version.value.no, remark: row.id, words },
    })
    if (await isFirst(tx, toRemark(row), report.id)) {
      await tellDrafters(tx, actor, report, 'remarkLeft', {})
    }
    return ok(toRemark(row))
  })
}

/** Of several remarks on one version the first is told: whoever opens the thread to answer it sees the others. */
async function isFirst(
  tx: Transaction<Schema>,
  { id, versionNo }: ReviewRemark,
  reportId: string,
): Promise<boolean> {
  const other = await tx
    .selectFrom('report_remark')
    .select('id')
    .where('report_id', '=', reportId)
    .where('version_no', '=', versionNo)
    .where('id', '<>', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return !other
}

const NO_WORDS = refuse('remark.words-missing', '请写明意见的内容。')
