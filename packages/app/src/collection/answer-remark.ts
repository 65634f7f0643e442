import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { notifyOthers } from '../notices/notify.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'
import { type ReviewRemark, toRemark } from './remarks.js'
import { findReport } from './report-file.js'

export type AnswerRemark = { readonly remarkId: string; readonly answer: string }

/** Somebody else answered: that answer goes with it. */
export type RemarkAnswered = Refusal<'remark.answered'> & { readonly present: ReviewRemark }

export type AnswerRefusal =
  | RightRefusal
  | RemarkAnswered
  | Refusal<'remark.not-found' | 'remark.answer-missing'>

/** 答复意见: what was done about a remark, or why not. A remark is answered once. */
export async function answerRemark(
  platform: Platform,
  actor: Actor,
  { remarkId, answer }: AnswerRemark,
): Promise<Result<ReviewRemark, AnswerRefusal>> {
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allowOn(tx, actor, 'report.draft', 'remark', remarkId)
    if (!allowed.ok) return allowed
    const words = answer.trim()
    if (words === '') return NO_ANSWER
    const written = await tx
      .updateTable('report_remark')
      .set({ answer: words, answered_by: actor.personId, answered_at: platform.now() })
      .where('id', '=', remarkId)
      .where('answer', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!written) return answered(await presentOf(tx, remarkId))
    record({
      as: allowed.value,
      name: 'remarkAnswered',
      subject: { kind: 'report', id: written.report_id },
      authorityId: written.authority_id,
      detail: { remark: remarkId, answer: words },
    })
    await tellMaker(tx, actor, written.report_id, written.made_by)
    return ok(toRemark(written))
  })
}

/** Who left remarks is told once: when the last of them is answered. A program is not told. */
async function tellMaker(
  tx: Transaction<Schema>,
  actor: Actor,
  reportId: string,
  madeBy: string,
): Promise<void> {
  const open = await tx
    .selectFrom('report_remark')
    .select('id')
    .where('report_id', '=', reportId)
    .where('made_by', '=', madeBy)
    .where('answer', 'is', null)
    .executeTakeFirst()
  const maker = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', madeBy)
    .executeTakeFirst()
  const report = await findReport(tx, reportId)
  if (open || !maker || !report.ok) return
  const { authority, reportYear } = report.value
  const values = { authority, year: `${reportYear}`, report: reportId }
  await notifyOthers(tx, actor, [maker.id], 'remarkAnswered', values)
}

async function presentOf(tx: Transaction<Schema>, id: string): Promise<ReviewRemark> {
  const remarks = tx.selectFrom('report_remark').selectAll().where('id', '=', id)
  return toRemark(await remarks.executeTakeFirstOrThrow())
}

function answered(present: ReviewRemark): { readonly ok: false; readonly refusal: RemarkAnswered } {
  const message = `这条意见已经答复：“${present.answer}”。请刷新后查看。`
  return { ok: false, refusal: { code: 'remark.answered', message, present } }
}

const NO_ANSWER = refuse('remark.answer-missing', '请写明答复的内容。')
