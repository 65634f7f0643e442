import { type LocalDate, localDate, type SentNotice } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../../storage/schema.js'

type Row = Pick<SentNotice, 'kind' | 'number' | 'on' | 'servedOn'> & {
  /** The last day to correct, as the step has it. */
  readonly correctBy: string | null
  /** The last day to pay, as long as it is waited for. */
  readonly payBy: LocalDate | null
}

/** The notices of a request that asked the applicant for something and whose sending stands, in the order of their sending. */
export async function sentNotices(
  tx: Transaction<Schema>,
  requestId: string,
): Promise<readonly SentNotice[]> {
  const { rows } = await sql<Row>`
    select l.kind, l.number, l.approved_on as "on", l.served_on as "servedOn", s.step ->> 'until' as "correctBy",
      case when l.kind = 'feeNotice' and q.next_what = 'feePayment' then q.next_on end as "payBy"
    from request_letter l
    join request q on q.tenant_id = l.tenant_id and q.id = l.request_id
    join request_step s on s.tenant_id = l.tenant_id and s.request_id = l.request_id and s.letter_id = l.id
      and s.step ->> 'name' in ('askCorrection', 'askFee') and s.struck_at is null
    where l.request_id = ${requestId} and l.kind in ('correctionNotice', 'feeNotice') and l.sent_on is not null
    order by l.sent_on, l.id`.execute(tx)
  return rows.map(({ correctBy, payBy, ...told }) => ({
    ...told,
    until: correctBy === null ? payBy : localDate(correctBy),
  }))
}
