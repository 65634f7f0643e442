import {
  CLOCK_STEPS,
  type ClockRefusal,
  type ClockStep,
  countedUnder,
  type Ground,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { feesOf, isUnsettled } from './fees/fee.js'
import { newsOfStep } from './news/news.js'
import { tellApplicant } from './news/tell-applicant.js'
import { reckon, stepsOf } from './reckon.js'
import { type OpenRefusal, openRequest, type RequestFile, type RequestRef } from './request.js'
import { writeRequest } from './write-request.js'

/** A step that an officer records by itself; a reply is recorded with the letter that gives it. */
export type RecordableStep = Exclude<ClockStep, { readonly name: 'reply' }>

export type RecordStep = RequestRef & {
  readonly step: RecordableStep
  readonly note: string | null
}

export type StepRefusal = Refusal<'requests.not-received' | 'requests.day-in-future'> | ClockRefusal
export type RecordStepRefusal = OpenRefusal | StepRefusal | Refusal<'fee.by-register'>

/** 登记办理步骤: what happened on a day that counts in law. The due date is reckoned anew; an extension needs the head of the office (第三十三条). */
export async function recordStep(
  platform: Platform,
  actor: Actor,
  command: RecordStep,
): Promise<Result<RequestFile, RecordStepRefusal>> {
  const { step, note } = command
  const action = step.name === 'extend' ? 'request.extend' : 'request.handle'
  return transact<Result<RequestFile, RecordStepRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, action, command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const fees = step.name === 'payFee' ? await feesOf(tx, request.id, today(platform)) : []
      if (fees.some(isUnsettled)) return BY_REGISTER
      const taken = await takeStepOn(tx, platform, request, step, {
        note,
        recordedBy: actor.personId,
        grounds: groundsOf(request, step),
      })
      if (!taken.ok) return taken
      record({
        as,
        name: 'requestStepRecorded',
        subject: { kind: 'request', id: request.id },
        authorityId: request.authorityId,
        detail: stepDetail(step, request, taken.value),
      })
      const what = newsOfStep(step.name)
      if (what !== null)
        await tellApplicant(tx, platform, { request, what, on: step.on, byLetter: false })
      return ok(taken.value)
    },
  )
}

/** What the record says of a step. A consultation has the name that somebody gave it, which may be that of a person. */
export function stepDetail(step: ClockStep, before: RequestFile, after: RequestFile) {
  const { consultation: _, ...told }: Readonly<Record<string, unknown>> = step
  return {
    step: told,
    stage: { before: before.stage, after: after.stage },
    dueOn: { before: before.dueOn, after: after.dueOn },
  }
}

type Taken = {
  readonly note: string | null
  readonly recordedBy: string | null
  /** Where the step closes the request: why; of a decision the grounds of its parts. */
  readonly grounds: readonly Ground[]
  /** The letter of which the step is the sending or the arrival. */
  readonly letterId?: string
}

/** Writes a step of a locked request and what follows from it. */
export async function takeStepOn(
  tx: Transaction<Schema>,
  platform: Platform,
  request: RequestFile,
  step: ClockStep,
  { grounds, ...taken }: Taken,
): Promise<Result<RequestFile, StepRefusal>> {
  const refused = refuseDay(request, step, today(platform))
  if (refused) return refused
  const law = await holdLaw(tx, platform)
  const reckoned = reckon(request, [...(await stepsOf(tx, request.id)), step], law)
  if (!reckoned.ok) return reckoned
  await addStep(tx, platform, request, step, taken)
  const closing =
    reckoned.value.closed_on && grounds.length > 0
      ? { grounds, counted_under: countedUnder(grounds) }
      : {}
  return ok(await writeRequest(tx, request, { ...reckoned.value, ...closing }))
}

/** Writes down a step of a locked request, and nothing of what follows from it. */
export async function addStep(
  tx: Transaction<Schema>,
  platform: Platform,
  request: RequestFile,
  step: ClockStep,
  { note, recordedBy, letterId }: Omit<Taken, 'grounds'>,
): Promise<void> {
  await tx
    .insertInto('request_step')
    .values({
      ...{ tenant_id: platform.tenantId, request_id: request.id },
      no: (await lastStepNo(tx, request.id)) + 1,
      ...{ authority_id: request.authorityId, taken_on: step.on, step: JSON.stringify(step), note },
      ...{ recorded_by: recordedBy, recorded_at: platform.now(), letter_id: letterId ?? null },
    })
    .execute()
}

/** Why a request ends by a step that is no reply. */
export function groundsOf({ stage }: RequestFile, { name }: ClockStep): readonly Ground[] {
  if (name === 'withdraw') return ['withdrawn']
  if (name !== 'abandon') return []
  return [stage === 'awaitingFee' ? 'feeUnpaid' : 'notCorrected']
}

/** The number of the step that was recorded last, also of one that was struck; 0 where there is none. */
export async function lastStepNo(tx: Transaction<Schema>, requestId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('request_step')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

function refuseDay({ receivedOn }: RequestFile, { name, on }: ClockStep, day: LocalDate) {
  const { title, source } = CLOCK_STEPS[name]
  if (receivedOn === null)
    return refuse(
      'requests.not-received',
      `收到申请之日还没有确定，不能登记“${title}”。请先与申请人确认收到。`,
      source,
    )
  if (on > day)
    return refuse('requests.day-in-future', `“${title}”的日期（${on}）晚于今天，请核对日期。`)
  return null
}

const BY_REGISTER = refuse(
  'fee.by-register',
  '已经发出收费通知书的，请在“信息处理费”中登记缴费，写明票据号码和金额。',
)
