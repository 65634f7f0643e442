import type { LocalDate, Refusal } from '@gongkai/law'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

/** 按件、按量: by one way or the other, never both. */
export type FeeWay = 'byItem' | 'byPage'

/** How far a fee is. `lapsed`: the request ended without the payment. */
// biome-ignore format: table
export const FEE_STATES = {
  awaiting: '待缴费',
  overdue:  '逾期未缴费',
  paid:     '已缴费',
  refunded: '已退费',
  waived:   '免收',
  lapsed:   '未缴费，申请已办结',
} as const satisfies Record<string, string>

type FeeState = keyof typeof FEE_STATES

/** What became of a fee, as it is written down. */
export type FeeEntryKind = 'paid' | 'waived' | 'refunded'

/** 信息处理费 of one notice that went out. */
export type Fee = {
  readonly letterId: string
  readonly requestId: string
  readonly requestNumber: string
  /** 文号 of the notice. */
  readonly documentNumber: string | null
  readonly way: FeeWay
  /** Which requests of the month, or which pages, in order: from 1 on. */
  readonly first: number
  readonly last: number
  readonly yuan: number
  /** 缴费途径, as the notice says. */
  readonly howToPay: string
  readonly noticedOn: LocalDate
  readonly state: FeeState
  /** The last day to pay; null where it is paid, or where the notice has not arrived. */
  readonly payBy: LocalDate | null
  /** When it was paid, or when the payment was waived. */
  readonly settledOn: LocalDate | null
  readonly receiptNumber: string | null
  readonly refundedOn: LocalDate | null
  readonly refundedYuan: number | null
  /** Why it was waived or refunded, in the words of whoever did it. */
  readonly reason: string | null
}

export type FeeNotFound = Refusal<'fee.not-found'>

/**
 * The fees of `condition` (on `f`, with the request `q`) as they stand on `day`. A notice or a payment whose step was struck was registered by mistake and does not
 * stand; of several refunds the last says how much came back in all.
 */
export function fees(condition: RawBuilder<unknown>, day: LocalDate): RawBuilder<Fee> {
  return sql<Fee>`
    select f.letter_id as "letterId", f.request_id as "requestId", q.number as "requestNumber", f.document_number as "documentNumber", f.way,
      f.first_unit as first, f.last_unit as last, f.yuan, f.how_to_pay as "howToPay", s.taken_on as "noticedOn",
      case when back.yuan is not null then 'refunded' when done.kind is not null then done.kind when q.closed_on is not null then 'lapsed'
        when q.next_what = 'feePayment' and q.next_on < ${day}::date then 'overdue' else 'awaiting' end as state,
      case when done.kind is null and q.next_what = 'feePayment' then q.next_on end as "payBy",
      done.happened_on as "settledOn", done.receipt_number as "receiptNumber", back.happened_on as "refundedOn", back.yuan as "refundedYuan",
      coalesce(back.reason, done.reason) as reason
    from request_fee f
    join request q on q.tenant_id = f.tenant_id and q.id = f.request_id
    join request_step s on s.tenant_id = f.tenant_id and s.request_id = f.request_id and s.letter_id = f.letter_id
      and s.step ->> 'name' = 'askFee' and s.struck_at is null
    left join lateral (select e.* from request_fee_entry e
      join request_step t on t.tenant_id = e.tenant_id and t.request_id = e.request_id and t.no = e.step_no and t.struck_at is null
      where e.tenant_id = f.tenant_id and e.letter_id = f.letter_id order by e.no desc limit 1) done on true
    left join lateral (select e.* from request_fee_entry e
      where e.tenant_id = f.tenant_id and e.letter_id = f.letter_id and e.kind = 'refunded' and e.no > done.no
      order by e.no desc limit 1) back on true
    where ${condition}`
}

/** The fee of a notice as it stands; undefined where none stands. */
export async function findFee(
  tx: Transaction<Schema>,
  letterId: string,
  day: LocalDate,
): Promise<Fee | undefined> {
  const { rows } = await fees(sql`f.letter_id = ${letterId}`, day).execute(tx)
  return rows[0]
}

/** The fees of a request, in the order of their notices. */
export async function feesOf(
  tx: Transaction<Schema>,
  requestId: string,
  day: LocalDate,
): Promise<readonly Fee[]> {
  const condition = sql`f.request_id = ${requestId}`
  const { rows } = await sql<Fee>`
    select * from (${fees(condition, day)}) t order by "noticedOn", "letterId"`.execute(tx)
  return rows
}

/** Whether somebody still has to pay it. */
export function isUnsettled({ state }: Fee): boolean {
  return state === 'awaiting' || state === 'overdue'
}
