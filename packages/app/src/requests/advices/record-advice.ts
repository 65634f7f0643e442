import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowGiven } from '../allow-given.js'
import { tellApplicant } from '../news/tell-applicant.js'
import { groundsOf, type StepRefusal, stepDetail, takeStepOn } from '../record-step.js'
import {
  findRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestNotFound,
  type RequestRef,
} from '../request.js'
import { suggestAnswers } from '../suggest-answers.js'
import { writeRequest } from '../write-request.js'
import { advicesOf, type RequestAdvice } from './advice.js'

type Advised = Pick<
  RequestAdvice,
  'advisedOn' | 'competentId' | 'contact' | 'reason' | 'told' | 'answer'
> & {
  /** Null where it is one of the region. */
  readonly competent: string | null
}

export type RecordAdvice = RequestRef & Advised

export type RecordAdviceRefusal =
  | OpenRefusal
  | StepRefusal
  | Refusal<
      | 'requests.closed'
      | 'advice.day-wrong'
      | 'advice.competent-wrong'
      | 'advice.no-reason'
      | 'advice.answer-wrong'
    >

/** 登记告知向其他机关申请: found out within the authority, or told to the applicant with what he said to it. Where he withdraws, the request ends by that step. */
export async function recordAdvice(
  platform: Platform,
  actor: Actor,
  command: RecordAdvice,
): Promise<Result<RequestFile, RecordAdviceRefusal>> {
  return transact<Result<RequestFile, RecordAdviceRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const competent = await competentOf(tx, request, command)
      if (!competent) return COMPETENT_WRONG
      const refused = refuseAdvice(request, command, platform)
      if (refused) return refused
      const { advisedOn, competentId, reason, told, answer } = command
      const id = randomUUIDv7()
      await tx
        .insertInto('request_advice')
        .values({
          ...{ tenant_id: platform.tenantId, id, request_id: request.id },
          ...{ authority_id: request.authorityId, advised_on: advisedOn, ...competent },
          ...{ competent_id: competentId, reason: reason.trim(), told, answer },
          ...{ recorded_by: actor.personId, recorded_at: platform.now() },
        })
        .execute()
      const about = { as, subject: { kind: 'request', id: request.id } } as const
      const { authorityId } = request
      const detail = { adviceId: id, on: advisedOn, told, answer }
      record({ ...about, name: 'requestAdviceRecorded', authorityId, detail })
      if (answer !== 'withdraws') return ok(await writeRequest(tx, request, {}))
      const step = { name: 'withdraw', on: advisedOn } as const
      const taken = await takeStepOn(tx, platform, request, step, {
        note: '经告知应当向其他机关申请后撤回',
        ...{ recordedBy: actor.personId, grounds: groundsOf(request, step) },
      })
      if (!taken.ok) return taken
      const after = stepDetail(step, request, taken.value)
      record({ ...about, name: 'requestStepRecorded', authorityId, detail: after })
      await tellApplicant(tx, platform, { request, what: 'closed', on: advisedOn, byLetter: false })
      return taken
    },
  )
}

/** Name and contact: of an authority of the region as they are registered, where nothing else is typed. Null where there is none, or it is the one that was asked. */
async function competentOf(
  tx: Transaction<Schema>,
  { authorityId }: RequestFile,
  { competentId, competent, contact }: Advised,
) {
  if (competentId === null)
    return competent?.trim()
      ? { competent: competent.trim(), contact: contact?.trim() || null }
      : null
  const found = await tx
    .selectFrom('authority')
    .select(['name', 'address', 'phone'])
    .where('id', '=', competentId)
    .where('id', '<>', authorityId)
    .executeTakeFirst()
  const registered = [found?.address, found?.phone].filter(Boolean).join('，')
  return found ? { competent: found.name, contact: contact?.trim() || registered || null } : null
}

function refuseAdvice(
  { stage, arrivedOn }: RequestFile,
  { advisedOn, reason, told, answer }: Advised,
  platform: Platform,
) {
  if (stage === 'closed') return CLOSED
  if (advisedOn > today(platform) || advisedOn < arrivedOn) return DAY_WRONG
  if (!reason.trim()) return NO_REASON
  return (told === 'inside') === (answer === null) ? null : ANSWER_WRONG
}

export type StrikeAdviceRefusal = OpenRefusal | Refusal<'advice.not-found' | 'advice.no-reason'>

/** 更正告知的登记: takes back an advice that was recorded by mistake; it stays to be seen with its reason. A withdrawal that was recorded with it is struck by itself. */
export async function strikeAdvice(
  platform: Platform,
  actor: Actor,
  command: RequestRef & { readonly adviceId: string; readonly reason: string },
): Promise<Result<RequestFile, StrikeAdviceRefusal>> {
  return transact<Result<RequestFile, StrikeAdviceRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const opened = await openRequest(tx, actor, 'request.handle', command)
      if (!opened.ok) return opened
      const { as, request } = opened.value
      const reason = command.reason.trim()
      if (!reason) return NO_REASON
      const struck = await tx
        .updateTable('request_advice')
        .set({ struck_by: actor.personId, struck_at: platform.now(), struck_reason: reason })
        .where('request_id', '=', request.id)
        .where('id', '=', command.adviceId)
        .where('struck_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!struck) return NOT_FOUND
      record({
        ...{ as, name: 'requestAdviceStruck', subject: { kind: 'request', id: request.id } },
        // The reason stands with the advice: it may name somebody, and the record is read by others.
        ...{ authorityId: request.authorityId, detail: { adviceId: struck.id } },
      })
      return ok(await writeRequest(tx, request, {}))
    },
  )
}

export type RequestAdvices = {
  readonly advices: readonly RequestAdvice[]
  /** Authorities whose matter it may be, by the words of the request. */
  readonly suggested: readonly string[]
}

/** The advices of a request: for who handles it, and who consents to its letters. */
export async function listAdvices(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<RequestAdvices, RightRefusal | RequestNotFound>> {
  type Read = { readonly advices: readonly RequestAdvice[]; readonly request: RequestFile }
  const read = await transact<Result<Read, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowGiven(tx, actor, 'letter.read', requestId)
      if (!allowed.ok) return allowed
      const found = await findRequest(tx, requestId)
      if (!found.ok) return found
      return ok({ advices: await advicesOf(tx, requestId), request: found.value })
    },
  )
  if (!read.ok) return read
  const { advices, request } = read.value
  const words = [request.title, request.wanted].filter(Boolean).join(' ')
  const { authorities } = await suggestAnswers(platform, request.authorityId, words)
  return ok({ advices, suggested: authorities })
}

const CLOSED = refuse(
  'requests.closed',
  '这件申请已经办结，不再登记应当向哪个机关申请。决定有误的，请重新作出决定。',
)
const DAY_WRONG = refuse(
  'advice.day-wrong',
  '日期不能早于申请到达之日，也不能晚于今天，请核对日期。',
)
const COMPETENT_WRONG = refuse(
  'advice.competent-wrong',
  '请选择或者填写负责公开的机关。它不能是受理这件申请的机关。',
)
const NO_REASON = refuse('advice.no-reason', '请写明理由，它与这件申请一起保存。')
const ANSWER_WRONG = refuse(
  'advice.answer-wrong',
  '告知了申请人的，请登记申请人的意见；没有告知的，不登记。',
)
const NOT_FOUND = refuse('advice.not-found', '没有这次告知的登记，或者已经更正。请刷新后重新选择。')
