import {
  type ClockRefusal,
  type ClockStep,
  ok,
  type Refusal,
  type Result,
  replayClock,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import { holdLaw } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { reckon, stepsOf } from '../reckon.js'
import { addStep } from '../record-step.js'
import { allowOnRequest, lockRequest, type RequestFile } from '../request.js'
import { writeRequest } from '../write-request.js'
import { NO_REASON } from './approve-letter.js'
import { openSealed } from './content.js'
import { type LetterRow, lockLetter, type OpenLetterRefusal, type RequestLetter } from './letter.js'
import { lastDayOf, registeredOf } from './letter-facts.js'
import { refuseSending, type SendingRefusal, type SendLetter } from './send-letter.js'
import { writeLetter } from './write-letter.js'

export type CorrectSending = SendLetter & { readonly reason: string }

export type CorrectSendingRefusal =
  | OpenLetterRefusal
  | SendingRefusal
  | ClockRefusal
  | Refusal<'letter.reason-missing'>

/**
 * 更正送出的登记: the day, the way or the proof of the first sending was registered wrongly. The head of the office puts it right with the reason; what was
 * registered stays in the course of the letter, its steps are struck and taken anew, and the days of the request are reckoned from them.
 */
export async function correctSending(
  platform: Platform,
  actor: Actor,
  { way, on, proof, reason, ...ref }: CorrectSending,
): Promise<Result<RequestLetter, CorrectSendingRefusal>> {
  return transact<Result<RequestLetter, CorrectSendingRefusal>>(platform, actor, async (work) => {
    const { tx } = work
    const allowed = await allowOnRequest(tx, actor, 'letter.correct', ref.requestId)
    if (!allowed.ok) return allowed
    const request = await lockRequest(tx, ref.requestId)
    const locked = await lockLetter(tx, ref, ['sent', 'served', 'returned', 'noticed'])
    if (!locked.ok) return locked
    const { row, letter } = locked.value
    if (!reason.trim()) return NO_REASON
    const day = today(platform)
    const refused = refuseSending({ ...letter, sentOn: null }, { ...ref, way, on, proof }, day)
    if (refused) return refused
    const after = servedAfter(letter, way, on)
    if (!after) return refuseOrder(letter)
    const dueOn = await dueWithout(tx, platform, request, row, on)
    const moved = await moveSteps(work, platform, actor.personId, request, row, {
      on,
      arrivedOn: after.servedOn,
      reason: reason.trim(),
    })
    if (!moved.ok) return moved
    const opened = { ...locked.value, as: allowed.value }
    const was = { way: letter.sentWay, on: letter.sentOn }
    return ok(
      await writeLetter(work, platform, actor.personId, opened, {
        ...{ name: 'requestLetterSendingCorrected', state: after.state, on },
        note: proof?.trim() || null,
        corrected: { ...was, proof: proofOf(platform, row), reason: reason.trim() },
        change: { sent_way: way, sent_on: on, due_on: dueOn, served_on: after.servedOn },
        detail: {
          ...{ before: was, after: { way, on }, documentNumber: letter.documentNumber },
          ...{ stage: { before: request.stage, after: moved.value.stage } },
          dueOn: { before: request.dueOn, after: moved.value.dueOn },
        },
      }),
    )
  })
}

/** Where the letter stands then: what was handed over was served with it; null where it would be served or come back before it went out. */
function servedAfter(
  { state, sentWay, servedOn, returnedOn }: RequestLetter,
  way: SendLetter['way'],
  on: SendLetter['on'],
) {
  const isHanded = way === 'hand' || way === 'file'
  if (isHanded) return returnedOn ? null : ({ state: 'served', servedOn: on } as const)
  const wasHanded = sentWay === 'hand' || sentWay === 'file'
  if (wasHanded) return { state: 'sent', servedOn: null } as const
  const next = servedOn ?? returnedOn
  return next && next < on ? null : { state, servedOn }
}

function refuseOrder({ returnedOn, servedOn }: RequestLetter) {
  const what = returnedOn ? `退信之日（${returnedOn}）` : `送达之日（${servedOn ?? ''}）`
  return {
    ok: false as const,
    refusal: {
      code: 'letter.day-wrong' as const,
      message: `更正后的送出之日晚于${what}，或者已经退信的不能更正为直接送达，请核对。`,
    },
  }
}

/** The last day for the letter as it stood on the day on which it went out. */
async function dueWithout(
  tx: Transaction<Schema>,
  platform: Platform,
  request: RequestFile,
  row: LetterRow,
  on: SendLetter['on'],
) {
  const registered = await registeredOf(tx, platform, request, row)
  if (!registered) return null
  const own = await stepsOfLetter(tx, row.id)
  const names = own.map(({ step }) => JSON.stringify(step))
  const others = registered.clock.steps.filter(
    (step) => step.on <= on && !names.includes(JSON.stringify(step)),
  )
  const clock = replayClock(registered.receivedOn, others, registered.law)
  return lastDayOf(row.kind, { ...registered, clock })
}

async function stepsOfLetter(tx: Transaction<Schema>, letterId: string) {
  return tx
    .selectFrom('request_step')
    .select(['no', 'step'])
    .where('letter_id', '=', letterId)
    .where('struck_at', 'is', null)
    .orderBy('no')
    .execute()
}

const ARRIVALS: readonly ClockStep['name'][] = ['feeNoticeArrives', 'consultationArrives']

/** The steps that the letter is, struck and taken anew on the right days. */
async function moveSteps(
  { tx }: Work,
  platform: Platform,
  by: string,
  request: RequestFile,
  { id: letterId }: LetterRow,
  to: {
    readonly on: SendLetter['on']
    readonly arrivedOn: SendLetter['on'] | null
    readonly reason: string
  },
): Promise<Result<RequestFile, ClockRefusal>> {
  const rows = await stepsOfLetter(tx, letterId)
  if (rows.length === 0) return ok(request)
  await tx
    .updateTable('request_step')
    .set({ struck_by: by, struck_at: platform.now(), struck_reason: to.reason })
    .where('letter_id', '=', letterId)
    .where('struck_at', 'is', null)
    .execute()
  for (const { step } of rows) {
    const on = ARRIVALS.includes(step.name) ? to.arrivedOn : to.on
    const taken = { note: null, recordedBy: by, letterId }
    if (on) await addStep(tx, platform, request, { ...step, on }, taken)
  }
  const reckoned = reckon(request, await stepsOf(tx, request.id), await holdLaw(tx, platform))
  return reckoned.ok ? ok(await writeRequest(tx, request, reckoned.value)) : reckoned
}

/** What was registered as the proof of the sending. */
function proofOf(platform: Platform, { id, course }: LetterRow): string | null {
  return openSealed(platform, id, 'course', course).find(({ way }) => way)?.note ?? null
}
