import type { LocalDate } from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

/** By which way it became known that another authority is responsible. */
// biome-ignore format: table
export const ADVICE_TOLD = {
  inside:   '内部审核提出，没有告知申请人',
  phone:    '电话告知申请人',
  inPerson: '当面告知申请人',
} as const satisfies Record<string, string>

export type AdviceTold = keyof typeof ADVICE_TOLD

/** What the applicant said to it. */
// biome-ignore format: table
export const ADVICE_ANSWERS = {
  withdraws: '撤回申请',
  insists:   '坚持由本机关答复',
  undecided: '没有表示意见',
} as const satisfies Record<string, string>

export type AdviceAnswer = keyof typeof ADVICE_ANSWERS

/** 告知向其他机关申请: who is responsible, why, and who was told of it. */
export type RequestAdvice = {
  readonly id: string
  readonly advisedOn: LocalDate
  /** An authority of the region; null where it is none of it. */
  readonly competentId: string | null
  readonly competent: string
  /** Address, telephone. */
  readonly contact: string | null
  readonly reason: string
  readonly told: AdviceTold
  /** Null where the applicant was not told. */
  readonly answer: AdviceAnswer | null
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly struck: { readonly by: string; readonly at: Date; readonly reason: string } | null
}

/** The advices of a request, struck ones too, in the order of their days. */
export async function advicesOf(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly RequestAdvice[]> {
  const rows = await tx
    .selectFrom('request_advice')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('advised_on')
    .orderBy('id')
    .execute()
  return rows.map(toAdvice)
}

function toAdvice(row: Selectable<Schema['request_advice']>): RequestAdvice {
  return {
    ...{ id: row.id, advisedOn: row.advised_on, competentId: row.competent_id },
    ...{ competent: row.competent, contact: row.contact, reason: row.reason },
    ...{ told: row.told, answer: row.answer },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at },
    struck:
      row.struck_by && row.struck_at && row.struck_reason
        ? { by: row.struck_by, at: row.struck_at, reason: row.struck_reason }
        : null,
  }
}
