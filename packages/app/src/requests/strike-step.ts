import { CLOCK_STEPS, type ClockRefusal, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { newsOfStep } from './news/news.js'
import { untellApplicant } from './news/tell-applicant.js'
import { reckon, stepsOf } from './reckon.js'
import { stepDetail } from './record-step.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from './request.js'
import { writeRequest } from './write-request.js'

export type StrikeStep = RequestRef & { readonly no: number; readonly reason: string }

export type StrikeRefusal =
  | OpenRefusal
  | ClockRefusal
  | Refusal<'step.not-found' | 'step.no-reason' | 'step.was-reply'>

/** 更正登记: takes back a step that was recorded by mistake. It stays to be seen, struck through with its reason; refused where later steps rest on it. */
export async function strikeStep(
  platform: Platform,
  actor: Actor,
  command: StrikeStep,
): Promise<Result<RequestFile, StrikeRefusal>> {
  return transact<Result<RequestFile, StrikeRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, 'request.handle', command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    if (!command.reason.trim()) return NO_REASON
    const row = await tx
      .selectFrom('request_step')
      .select('step')
      .where('request_id', '=', request.id)
      .where('no', '=', command.no)
      .where('struck_at', 'is', null)
      .executeTakeFirst()
    if (!row) return NOT_FOUND
    const { name } = row.step
    const isEnd = CLOCK_STEPS[name].to === 'closed'
    if (name === 'reply' || (isEnd && (await isToldEnded(tx, request.id)))) return WAS_REPLY
    await tx
      .updateTable('request_step')
      .set({
        ...{ struck_by: actor.personId, struck_at: platform.now() },
        struck_reason: command.reason.trim(),
      })
      .where('request_id', '=', request.id)
      .where('no', '=', command.no)
      .execute()
    const reckoned = reckon(request, await stepsOf(tx, request.id), await holdLaw(tx, platform))
    if (!reckoned.ok) return reckoned
    const opens = reckoned.value.closed_on === null ? { grounds: [], counted_under: null } : {}
    const after = await writeRequest(tx, request, { ...reckoned.value, ...opens })
    record({
      as,
      name: 'requestStepStruck',
      subject: { kind: 'request', id: request.id },
      authorityId: request.authorityId,
      // The reason stands with the step: it may name somebody, and the record is read by others.
      detail: { no: command.no, ...stepDetail(row.step, request, after) },
    })
    // Who was told of the step is told that it does not stand.
    const what = newsOfStep(name)
    if (what !== null) await untellApplicant(tx, platform, { request, what, on: row.step.on })
    return ok(after)
  })
}

/** Whether the paper that ends the request is out: who has it cannot be told by the register that nothing was sent. */
async function isToldEnded(tx: Transaction<Schema>, requestId: string): Promise<boolean> {
  const letter = await tx
    .selectFrom('request_letter')
    .select('id')
    .where('request_id', '=', requestId)
    .where('decides', '=', true)
    .where('sent_on', 'is not', null)
    .executeTakeFirst()
  return letter !== undefined
}

const NO_REASON = refuse('step.no-reason', '请写明更正的原因，它留在办理经过里。')
const NOT_FOUND = refuse('step.not-found', '没有这个步骤，或已经更正。请刷新后重新选择。')
const WAS_REPLY = refuse(
  'step.was-reply',
  '答复或者办结的文书已经送出，不能作为登记错误更正。文书确有错误的，请另行发函更正，并将其附入本件的材料。',
)
