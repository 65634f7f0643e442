import {
  FEE_BANDS,
  feeLines,
  inForce,
  type LetterFacts,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Actor, Platform } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Schema } from '../../storage/schema.js'
import { transact } from '../../storage/transact.js'
import { allowOnRequest, findRequest, type RequestFile, type RequestNotFound } from '../request.js'

type NotedFee = NonNullable<LetterFacts['fee']>

/** 累计: what the same applicant has asked the authority for in the month of the receipt, before this request. */
export type FeeBasis = {
  /** `2026-01`; null before the receipt. */
  readonly month: string | null
  readonly earlier: readonly { readonly id: string; readonly requestNumber: string }[]
  /** Which request of the month this is: what is charged by item begins here. */
  readonly first: number
}

/** What a fee by item is reckoned from (按件计收，同一申请人一个自然月内累计). Nobody types it. */
export async function readFeeBasis(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<FeeBasis, RightRefusal | RequestNotFound>> {
  return transact<Result<FeeBasis, RightRefusal | RequestNotFound>>(
    platform,
    actor,
    async ({ tx }) => {
      const allowed = await allowOnRequest(tx, actor, 'request.handle', requestId)
      if (!allowed.ok) return allowed
      const found = await findRequest(tx, requestId)
      return found.ok ? ok(await feeBasis(tx, found.value)) : found
    },
  )
}

/** The same for who was allowed to see it. An earlier request of which several items were charged counts as so many. */
async function feeBasis(
  tx: Transaction<Schema>,
  { id, authorityId, receivedOn }: RequestFile,
): Promise<FeeBasis> {
  if (receivedOn === null) return { month: null, earlier: [], first: 1 }
  const { rows } = await sql<{ id: string; requestNumber: string; items: number }>`
    select q.id, q.number as "requestNumber", coalesce((select max(f.last_unit - f.first_unit + 1) from request_fee f
        join request_step s on s.tenant_id = f.tenant_id and s.request_id = f.request_id and s.letter_id = f.letter_id
          and s.step ->> 'name' = 'askFee' and s.struck_at is null
        where f.tenant_id = q.tenant_id and f.request_id = q.id and f.way = 'byItem'), 1) as items
    from request q
    where q.authority_id = ${authorityId} and q.kind = 'disclosure'
      and q.received_on >= date_trunc('month', ${receivedOn}::date) and (q.received_on, q.id) < (${receivedOn}::date, ${id}::uuid)
      and exists (select from request_person p join request_person own on own.tenant_id = p.tenant_id and own.identity_hash = p.identity_hash
        where p.tenant_id = q.tenant_id and p.request_id = q.id and p.part = 'applicant'
          and own.request_id = ${id} and own.part = 'applicant')
    order by q.received_on, q.id`.execute(tx)
  return {
    month: receivedOn.slice(0, 7),
    earlier: rows.map(({ id, requestNumber }) => ({ id, requestNumber })),
    first: rows.reduce((sum, { items }) => sum + items, 1),
  }
}

export type FeeRefusal = Refusal<'fee.count-differs' | 'fee.nothing-due'>

/** Why a notice cannot ask for this; null where it can. By item it begins where the month stands, by page with the first page. */
export async function refuseFee(
  tx: Transaction<Schema>,
  request: RequestFile,
  fee: NotedFee,
  day: LocalDate,
) {
  const { way, first, last } = fee
  const expected = way === 'byItem' ? (await feeBasis(tx, request)).first : 1
  if (first !== expected || last < first) {
    const message =
      way === 'byItem'
        ? `按台账，这件申请是该申请人当月的第${expected}件，按件计收应自第${expected}件起。请更正起止件数。`
        : '按量计收的，自第1页起计算，不与其他申请累加。请更正起止页数。'
    return refuse('fee.count-differs', message, inForce(FEE_BANDS, day).source)
  }
  if (yuanOf(fee, day) > 0) return null
  const message = '按收费标准，这个数量不收取信息处理费，不需要发出收费通知。'
  return refuse('fee.nothing-due', message, inForce(FEE_BANDS, day).source)
}

/** What a notice dated `on` asks for: the sum that is printed on it. */
export function yuanOf({ way, first, last }: NotedFee, on: LocalDate): number {
  const lines = feeLines(inForce(FEE_BANDS, on).value, way, first, last)
  return lines.reduce((sum, { yuan }) => sum + yuan, 0)
}
