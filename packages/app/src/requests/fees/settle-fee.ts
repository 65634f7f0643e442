import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { type Actor, type Platform, today } from '../../context.js'
import { transact, type Work } from '../../storage/transact.js'
import { lastStepNo, type StepRefusal, stepDetail, takeStepOn } from '../record-step.js'
import {
  type OpenedRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
} from '../request.js'
import { writeRequest } from '../write-request.js'
import { type Fee, type FeeEntryKind, type FeeNotFound, findFee, isUnsettled } from './fee.js'

/** A fee of a request, and the version of the request that was on the screen. */
export type FeeRef = RequestRef & { readonly letterId: string }

type Opened = { readonly opened: OpenedRequest; readonly fee: Fee }

export type PayFee = FeeRef & {
  readonly on: LocalDate
  readonly yuan: number
  /** 财政票据 by which it is proved. */
  readonly receiptNumber: string
}

export type SettleRefusal =
  | OpenRefusal
  | StepRefusal
  | FeeNotFound
  | Refusal<'fee.settled' | 'fee.amount-differs' | 'fee.receipt-missing' | 'fee.reason-missing'>

/** 登记缴费: what was paid, held against the notice; the reply period begins anew. */
export async function recordFeePayment(
  platform: Platform,
  actor: Actor,
  { on, yuan, receiptNumber, ...ref }: PayFee,
): Promise<Result<RequestFile, SettleRefusal>> {
  return transact<Result<RequestFile, SettleRefusal>>(platform, actor, async (work) => {
    const found = await open(work, platform, actor, ref)
    if (!found.ok) return found
    const { fee } = found.value
    if (!isUnsettled(fee)) return SETTLED
    if (!receiptNumber.trim()) return NO_RECEIPT
    if (yuan !== fee.yuan) return differs(fee)
    const entry = {
      kind: 'paid',
      on,
      yuan,
      receiptNumber: receiptNumber.trim(),
      reason: null,
    } as const
    return settle(work, platform, actor, found.value, entry)
  })
}

/** 免收: the day on which the payment was waived counts as that of the payment; the reply period begins anew. */
export async function waiveFee(
  platform: Platform,
  actor: Actor,
  { on, reason, ...ref }: FeeRef & { readonly on: LocalDate; readonly reason: string },
): Promise<Result<RequestFile, SettleRefusal>> {
  return transact<Result<RequestFile, SettleRefusal>>(platform, actor, async (work) => {
    const found = await open(work, platform, actor, ref)
    if (!found.ok) return found
    const { fee } = found.value
    if (!isUnsettled(fee)) return SETTLED
    if (!reason.trim()) return NO_REASON
    const entry = { kind: 'waived', on, yuan: fee.yuan, receiptNumber: null, reason } as const
    return settle(work, platform, actor, found.value, entry)
  })
}

export type RefundFee = FeeRef & {
  readonly on: LocalDate
  /** What came back in all: a later entry takes the place of an earlier one. */
  readonly yuan: number
  readonly reason: string
}

export type RefundRefusal =
  | OpenRefusal
  | FeeNotFound
  | Refusal<'fee.not-paid' | 'fee.refund-wrong' | 'fee.reason-missing'>

/** 退费: of what was paid. The days of the request do not move. */
export async function refundFee(
  platform: Platform,
  actor: Actor,
  { on, yuan, reason, ...ref }: RefundFee,
): Promise<Result<RequestFile, RefundRefusal>> {
  return transact<Result<RequestFile, RefundRefusal>>(platform, actor, async (work) => {
    const found = await open(work, platform, actor, ref)
    if (!found.ok) return found
    const { fee, opened } = found.value
    if (fee.state !== 'paid' && fee.state !== 'refunded') return NOT_PAID
    if (!reason.trim()) return NO_REASON
    const isWrong = yuan > fee.yuan || on > today(platform) || on < (fee.settledOn ?? on)
    if (isWrong) return REFUND_WRONG
    const entry = { kind: 'refunded', on, yuan, receiptNumber: null, reason } as const
    await write(work, platform, actor, found.value, entry, null)
    const after = await writeRequest(work.tx, opened.request, {})
    record(work, found.value, entry, {})
    return ok(after)
  })
}

type Entry = {
  readonly kind: FeeEntryKind
  readonly on: LocalDate
  readonly yuan: number
  readonly receiptNumber: string | null
  readonly reason: string | null
}

/** A request that is held, and its fee. */
async function open(
  { tx }: Work,
  platform: Platform,
  actor: Actor,
  { letterId, ...ref }: FeeRef,
): Promise<Result<Opened, OpenRefusal | FeeNotFound>> {
  const opened = await openRequest(tx, actor, 'request.handle', ref)
  if (!opened.ok) return opened
  const fee = await findFee(tx, letterId, today(platform))
  return fee?.requestId === ref.requestId ? ok({ opened: opened.value, fee }) : NOT_FOUND
}

/** Ends the waiting for the payment, with the step of the clock that this is. */
async function settle(
  work: Work,
  platform: Platform,
  actor: Actor,
  found: Opened,
  entry: Entry,
): Promise<Result<RequestFile, StepRefusal>> {
  const { request } = found.opened
  const step = { name: 'payFee', on: entry.on } as const
  const taken = await takeStepOn(work.tx, platform, request, step, {
    note: entry.kind === 'waived' ? '免收信息处理费' : null,
    ...{ recordedBy: actor.personId, grounds: [] },
  })
  if (!taken.ok) return taken
  await write(work, platform, actor, found, entry, await lastStepNo(work.tx, request.id))
  record(work, found, entry, stepDetail(step, request, taken.value))
  return taken
}

async function write(
  { tx }: Work,
  { tenantId, now }: Platform,
  { personId }: Actor,
  { opened: { request }, fee }: Opened,
  { kind, on, yuan, receiptNumber, reason }: Entry,
  stepNo: number | null,
): Promise<void> {
  const { last } = await tx
    .selectFrom('request_fee_entry')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('letter_id', '=', fee.letterId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('request_fee_entry')
    .values({
      ...{ tenant_id: tenantId, letter_id: fee.letterId, no: (last ?? 0) + 1 },
      ...{ request_id: request.id, authority_id: request.authorityId, kind, happened_on: on },
      ...{ yuan, receipt_number: receiptNumber, reason: reason?.trim() ?? null, step_no: stepNo },
      ...{ recorded_by: personId, recorded_at: now() },
    })
    .execute()
}

const EVENTS: Readonly<Record<FeeEntryKind, string>> = {
  paid: 'requestFeePaid',
  waived: 'requestFeeWaived',
  refunded: 'requestFeeRefunded',
}

/** The reason stays in the register: it may name somebody, and the record is read by others. */
function record(
  work: Work,
  { opened: { as, request }, fee }: Opened,
  { kind, on, yuan, receiptNumber }: Entry,
  more: object,
): void {
  work.record({
    ...{ as, name: EVENTS[kind], subject: { kind: 'request', id: request.id } },
    authorityId: request.authorityId,
    detail: { letterId: fee.letterId, yuan, on, ...(receiptNumber && { receiptNumber }), ...more },
  })
}

function differs({ yuan }: Fee) {
  const message = `缴费金额与收费通知书不符，通知书为${yuan}元。请核对票据；少缴的请告知申请人补足，通知书有误的请更正后重新发出。`
  return refuse('fee.amount-differs', message)
}

const NOT_FOUND = refuse(
  'fee.not-found',
  '没有这笔信息处理费，或者收费通知已经更正。请刷新后查看。',
)
const SETTLED = refuse(
  'fee.settled',
  '这笔信息处理费已经缴纳、免收，或者申请已经办结。请刷新后查看。',
)
const NO_RECEIPT = refuse('fee.receipt-missing', '请填写财政票据的号码，它是缴费的凭据。')
const NO_REASON = refuse('fee.reason-missing', '请写明免收、退费的原因，它留在台账里。')
const NOT_PAID = refuse('fee.not-paid', '这笔信息处理费没有缴纳，不能退费。')
const REFUND_WRONG = refuse(
  'fee.refund-wrong',
  '退费的累计金额不能超过缴费金额，日期不能早于缴费、晚于今天。请核对后重新填写。',
)
