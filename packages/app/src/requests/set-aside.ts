import { countedUnder, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { reckonAgain, stepsOf } from './reckon.js'
import {
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
  type SetAside,
} from './request.js'
import { writeRequest } from './write-request.js'

export type UnderwayRefusal = Refusal<'requests.set-aside' | 'requests.letter-underway'>

/** Why nothing of the registration may change now; null where it may: what was set aside is taken up again first, and a letter on its way is not left behind. */
export async function refuseUnderway(tx: Transaction<Schema>, { id, setAside }: RequestFile) {
  if (setAside) return SET_ASIDE
  const letter = await tx
    .selectFrom('request_letter')
    .select('id')
    .where('request_id', '=', id)
    .where('state', 'in', ['inReview', 'approved'])
    .executeTakeFirst()
  return letter ? UNDERWAY : null
}

export type SetAsideRequest = RequestRef & { readonly reason: string }

export type StrikeRequestRefusal =
  | OpenRefusal
  | UnderwayRefusal
  | Refusal<'requests.no-reason' | 'requests.letter-sent' | 'requests.joined'>

/** 划去: what was registered by mistake is no request. It keeps its number and is counted nowhere; the head of the office alone, and only while nothing was sent. */
export async function strikeRequest(
  platform: Platform,
  actor: Actor,
  command: SetAsideRequest,
): Promise<Result<RequestFile, StrikeRequestRefusal>> {
  type Refused = Refusal<'requests.letter-sent' | 'requests.joined'>
  return setAsideAs<Refused>(platform, actor, command, {
    ...{ why: 'struck', action: 'request.strike', event: 'requestStruck' },
    async refuse(tx, { id, join }) {
      if (join === 'leads' || join === 'follows') return JOINED
      const sent = await tx
        .selectFrom('request_letter')
        .select('id')
        .where('request_id', '=', id)
        .where('sent_on', 'is not', null)
        .executeTakeFirst()
      return sent ? LETTER_SENT : null
    },
  })
}

export type CloseUnreceivedRefusal =
  | OpenRefusal
  | UnderwayRefusal
  | Refusal<'requests.no-reason' | 'requests.receipt-fixed'>

/** 未受理: what waits to be confirmed and is no request, or whose sender cannot be reached, ends without a day of receipt and is counted nowhere. */
export async function closeUnreceived(
  platform: Platform,
  actor: Actor,
  command: SetAsideRequest,
): Promise<Result<RequestFile, CloseUnreceivedRefusal>> {
  return setAsideAs(platform, actor, command, {
    ...{ why: 'notReceived', action: 'request.handle', event: 'requestNotReceived' },
    refuse: async (_, { stage }) => (stage === 'arrived' ? null : RECEIVED),
  })
}

type Way<R extends Refusal> = {
  readonly why: SetAside
  readonly action: Action
  readonly event: string
  readonly refuse: (
    tx: Transaction<Schema>,
    request: RequestFile,
  ) => Promise<{ readonly ok: false; readonly refusal: R } | null>
}

async function setAsideAs<R extends Refusal>(
  platform: Platform,
  actor: Actor,
  command: SetAsideRequest,
  { why, action, event, refuse: refusing }: Way<R>,
): Promise<Result<RequestFile, OpenRefusal | UnderwayRefusal | R | Refusal<'requests.no-reason'>>> {
  type Refused = OpenRefusal | UnderwayRefusal | R | Refusal<'requests.no-reason'>
  return transact<Result<RequestFile, Refused>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, action, command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    const reason = command.reason.trim()
    if (!reason) return NO_REASON
    const refused = (await refuseUnderway(tx, request)) ?? (await refusing(tx, request))
    if (refused) return refused
    const after = await writeRequest(tx, request, {
      ...{ set_aside: why, set_aside_reason: reason, set_aside_by: actor.personId },
      ...{ set_aside_at: platform.now(), stage: 'closed', closed_on: today(platform) },
      ...{ received_on: null, counted_under: null, due_on: null, due_provisional: false },
      ...{ next_on: null, next_what: null },
    })
    record({
      // The reason stands with the request: it may name somebody, and the record is read by others.
      ...{ as, name: event, subject: { kind: 'request', id: request.id } },
      authorityId: request.authorityId,
      detail: { stage: { before: request.stage, after: after.stage } },
    })
    return ok(after)
  })
}

export type RestoreRefusal =
  | OpenRefusal
  | Refusal<'requests.no-reason' | 'requests.not-set-aside' | 'split.not-restored'>

/** 恢复办理: what was set aside is a request after all; its days are reckoned as if it had never been. By the desk: nothing is hidden by it. */
export async function restoreRequest(
  platform: Platform,
  actor: Actor,
  command: SetAsideRequest,
): Promise<Result<RequestFile, RestoreRefusal>> {
  return transact<Result<RequestFile, RestoreRefusal>>(platform, actor, async ({ tx, record }) => {
    const opened = await openRequest(tx, actor, 'request.handle', command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    const reason = command.reason.trim()
    if (!reason) return NO_REASON
    if (!request.setAside) return NOT_SET_ASIDE
    if (request.setAside === 'split' || request.setAside === 'rejoined') return SPLIT
    const law = await holdLaw(tx, platform)
    const reckoned = reckonAgain(request, await stepsOf(tx, request.id), law)
    const isClosed = reckoned.closed_on !== null && request.grounds.length > 0
    const after = await writeRequest(tx, request, {
      ...{ set_aside: null, set_aside_reason: null, set_aside_by: null, set_aside_at: null },
      ...reckoned,
      counted_under: isClosed ? countedUnder(request.grounds) : null,
    })
    record({
      ...{ as, name: 'requestRestored', subject: { kind: 'request', id: request.id } },
      authorityId: request.authorityId,
      detail: { stage: { before: request.stage, after: after.stage }, dueOn: after.dueOn },
    })
    return ok(after)
  })
}

const NO_REASON = refuse('requests.no-reason', '请写明原因，它与这件申请一起保存。')
const SET_ASIDE = refuse(
  'requests.set-aside',
  '这件申请已经划去，或者没有受理。需要继续办理的，请先恢复。',
)
const UNDERWAY = refuse(
  'requests.letter-underway',
  '有文书正在审批，或者已经签发等待送出。请先退回、作废或者送出那份文书，再办理。',
)
const JOINED = refuse('requests.joined', '这件申请与其他申请并案办理。请先解除并案，再办理。')
const LETTER_SENT = refuse(
  'requests.letter-sent',
  '已经有文书送出，这件申请不能划去。登记的内容有误的，请更正登记；决定有误的，请重新作出决定。',
)
const RECEIVED = refuse(
  'requests.receipt-fixed',
  '收到之日已经确定，或者已经办结，不能再按未受理办理。登记有误的，请由负责人划去。',
)
const SPLIT = refuse(
  'split.not-restored',
  '分案的申请不在这里恢复。分错的，请在原申请上撤销分案；撤销后仍要分开办理的，请重新分案。',
)
const NOT_SET_ASIDE = refuse(
  'requests.not-set-aside',
  '这件申请没有划去，不需要恢复。请刷新后查看。',
)
